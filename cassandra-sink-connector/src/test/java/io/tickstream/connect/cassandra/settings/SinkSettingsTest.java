package io.tickstream.connect.cassandra.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SinkSettingsTest {

  @Test
  void topicNamesMayHaveDotsAndIdentifiersQuotes() {
    SinkSettings settings =
        SinkSettings.of(
            Map.of(
                "topic.ttf_data.avro-1.python.\"My.Ks\".\"T\".mapping", "a=key",
                "topic.ttf_data.avro-1.python.ks.codec.mapping", "a=key",
                "topic.ttf_data.avro-1.python.codec.unit", "SECONDS"));
    TopicSettings topic = settings.topics().get("ttf_data.avro-1.python");
    assertThat(topic.codec().unit()).isEqualTo(TimeUnit.SECONDS);
    assertThat(topic.tables())
        .extracting(TableSettings::qualifiedName)
        .containsExactlyInAnyOrder("\"My.Ks\".\"T\"", "ks.codec");
  }

  @Test
  void unquotedIdentifiersKeepTheirCase() {
    SinkSettings settings = SinkSettings.of(Map.of("topic.t.Ks.T.mapping", "A=key"));
    assertThat(settings.topics().get("t").tables().get(0).qualifiedName())
        .isEqualTo("\"Ks\".\"T\"");
  }

  @Test
  void defaultsAreThoseOfTheDataStaxSinkButForOneConnection() {
    SinkSettings settings = SinkSettings.of(Map.of("topic.t.k.t.mapping", "a=key"));
    TableSettings table = settings.topics().get("t").tables().get(0);
    assertThat(table.consistency()).isEqualTo(ConsistencyLevel.LOCAL_ONE);
    assertThat(table.ttl()).isEqualTo(-1);
    assertThat(table.nullToUnset()).isTrue();
    assertThat(table.deletesEnabled()).isTrue();
    assertThat(settings.write().maxRequests()).isEqualTo(500);
    assertThat(settings.write().maxRowsInBatch()).isEqualTo(32);
    assertThat(settings.connection().driver())
        .containsEntry("datastax-java-driver.basic.request.timeout", "30 seconds")
        .containsEntry("datastax-java-driver.advanced.connection.pool.local.size", "1")
        .containsEntry("datastax-java-driver.advanced.protocol.compression", "none");
  }

  @Test
  void noSecretIsSeenInSettingsThatArePrinted() {
    Map<String, String> config =
        Map.of(
            "topic.t.k.t.mapping", "a=key",
            "contactPoints", "one,two",
            "loadBalancing.localDc", "dc1",
            "auth.provider", "PLAIN",
            "auth.username", "me",
            "auth.password", "hush",
            "ssl.provider", "JDK",
            "ssl.truststore.path", "base64:aHVzaA==",
            "ssl.truststore.password", "hush",
            "datastax-java-driver.advanced.auth-provider.password", "hush");
    String printed = SinkSettings.of(config).toString();
    assertThat(printed).contains("[one, two], port 9042").doesNotContain("hush", "aHVzaA==");
  }

  @Test
  void shortOptionsOverrideTheDriversAndDefaultsDoNot() {
    String size = "datastax-java-driver.advanced.connection.pool.local.size";
    Map<String, String> config = new HashMap<>(Map.of("topic.t.k.t.mapping", "a=key", size, "9"));
    assertThat(SinkSettings.of(config).connection().driver()).containsEntry(size, "9");
    config.put("connectionPoolLocalSize", "2");
    assertThat(SinkSettings.of(config).connection().driver()).containsEntry(size, "2");
  }

  @Test
  void snappyForcesTheProtocolThatHasIt() {
    Map<String, String> config = Map.of("topic.t.k.t.mapping", "a=key", "compression", "Snappy");
    assertThat(SinkSettings.of(config).connection().driver())
        .containsEntry("datastax-java-driver.advanced.protocol.version", "V4");
  }

  @Test
  void credentialsImplyPlainAuthentication() {
    Map<String, String> config =
        Map.of("topic.t.k.t.mapping", "a=key", "auth.username", "u", "auth.password", "p");
    assertThat(SinkSettings.of(config).connection().auth().provider())
        .isEqualTo(AuthSettings.Provider.PLAIN);
  }

  @Test
  void deprecatedWordsOfIgnoreErrorsKeepTheirMeaning() {
    Map<String, String> config = new HashMap<>(Map.of("topic.t.k.t.mapping", "a=key"));
    config.put("ignoreErrors", "true");
    assertThat(SinkSettings.of(config).errors().ignore()).isEqualTo(IgnoreErrors.DRIVER);
    config.put("ignoreErrors", "false");
    assertThat(SinkSettings.of(config).errors().ignore()).isEqualTo(IgnoreErrors.NONE);
  }

  @Test
  void inTheCloudWeakConsistencyLevelsAreRaised() {
    Map<String, String> config =
        Map.of(
            "topic.t.k.t.mapping", "a=key",
            "topic.t.k.t.consistencyLevel", "ONE",
            "cloud.secureConnectBundle", "base64:AAAA");
    assertThat(SinkSettings.of(config).topics().get("t").tables().get(0).consistency())
        .isEqualTo(ConsistencyLevel.LOCAL_QUORUM);
  }

  @Test
  void foreignKeysAreFoundButNotRefused() {
    Map<String, String> config =
        Map.of(
            "topic.t.k.t.mapping", "a=key",
            "name", "n",
            "topics", "t",
            "value.converter.schema.registry.url", "http://localhost:8081",
            "schema.registry.url", "http://localhost:8081",
            "contactPoint", "127.0.0.1");
    assertThat(UnknownKeys.in(config)).containsExactly("contactPoint", "schema.registry.url");
    assertThat(SinkSettings.of(config).topics()).hasSize(1);
  }

  @Test
  void theSettingsOfEqualConnectionsAreEqual() {
    Map<String, String> config =
        Map.of("topic.t.k.t.mapping", "a=key", "auth.username", "u", "auth.password", "p");
    ConnectionSettings one = SinkSettings.of(config).connection();
    assertThat(one).isEqualTo(SinkSettings.of(new HashMap<>(config)).connection());
    assertThat(one.toString()).doesNotContain("password=p");
  }
}

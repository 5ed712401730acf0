package io.tickstream.connect.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;

class ValidationTest {
  private static final String TABLE = "topic.trades.market.trades.";

  private final Map<String, String> config =
      new HashMap<>(
          Map.of(
              "name",
              "sink",
              "topics",
              "trades",
              TABLE + "mapping",
              "symbol=key, price=value.price"));

  @Test
  void aGoodConfigurationHasNoErrors() {
    assertThat(errors()).isEmpty();
  }

  @Test
  void aMappingErrorShowsThePlace() {
    config.put(TABLE + "mapping", "symbol=key, price=");
    assertThat(errors(TABLE + "mapping")).singleElement().asString().contains("^");
  }

  @Test
  void anUnknownTableSettingComesWithTheNearestOne() {
    config.put(TABLE + "consistencyLevle", "ONE");
    assertThat(errors(TABLE + "consistencyLevle"))
        .singleElement()
        .asString()
        .contains("unknown setting consistencyLevle, did you mean consistencyLevel?");
  }

  @Test
  void anUnknownCodecSettingComesWithTheNearestOne() {
    config.put("topic.trades.codec.timezone", "UTC");
    assertThat(errors("topic.trades.codec.timezone"))
        .singleElement()
        .asString()
        .contains("did you mean timeZone?");
  }

  @Test
  void allErrorsAreToldAtOnceEachOnItsKey() {
    config.put("port", "0");
    config.put("compression", "zip");
    config.put(TABLE + "consistencyLevel", "SOME");
    config.put(TABLE + "ttlTimeUnit", "YEARS");
    config.put("topic.trades.codec.timestamp", "not a pattern }{");
    assertThat(errors().keySet())
        .contains(
            "port",
            "compression",
            TABLE + "consistencyLevel",
            TABLE + "ttlTimeUnit",
            "topic.trades.codec.timestamp");
  }

  @Test
  void aTopicWithoutMappingIsAnError() {
    config.put("topics", "trades,quotes");
    assertThat(errors("topics")).singleElement().asString().contains("topic quotes has no mapping");
  }

  @Test
  void topicsMayBeGivenByAPattern() {
    config.remove("topics");
    config.put("topics.regex", "tra.*");
    assertThat(errors()).isEmpty();
  }

  @Test
  void topicsMayBeRenamedByTransforms() {
    config.put("topics", "other");
    config.put("transforms", "rename");
    assertThat(errors()).isEmpty();
  }

  @Test
  void contactPointsNeedADataCentre() {
    config.put("contactPoints", "127.0.0.1");
    assertThat(errors("loadBalancing.localDc")).hasSize(1);
    config.put("datastax-java-driver.basic.load-balancing-policy.local-datacenter", "dc1");
    assertThat(errors()).isEmpty();
  }

  @Test
  void toleranceWithoutADeadLetterQueueIsRefusedUnlessErrorsAreToBeIgnored() {
    config.put("errors.tolerance", "all");
    assertThat(errors("errors.tolerance")).hasSize(1);
    config.put("ignoreErrors", "All");
    assertThat(errors()).isEmpty();
    config.put("ignoreErrors", "None");
    config.put("errors.deadletterqueue.topic.name", "dlq");
    assertThat(errors()).isEmpty();
  }

  @Test
  void aQueryExcludesDeletes() {
    config.put(
        TABLE + "query", "INSERT INTO market.trades (symbol, price) VALUES (:symbol, :price)");
    config.put(TABLE + "deletesEnabled", "true");
    assertThat(errors(TABLE + "query")).hasSize(1);
    config.put(TABLE + "deletesEnabled", "false");
    assertThat(errors()).isEmpty();
  }

  @Test
  void theBundleExcludesWhatItContains() throws Exception {
    config.put("cloud.secureConnectBundle", "base64:" + zipWith("config.json"));
    config.put("contactPoints", "127.0.0.1");
    config.put("loadBalancing.localDc", "dc1");
    config.put("ssl.provider", "JDK");
    assertThat(errors().keySet())
        .containsExactlyInAnyOrder("contactPoints", "loadBalancing.localDc", "ssl.provider");
  }

  @Test
  void anUnreadableKeyStoreIsToldWithoutItsPassword() {
    config.put("ssl.provider", "JDK");
    config.put("ssl.truststore.path", "/nowhere/trust.jks");
    config.put("ssl.truststore.password", "hush-hush");
    config.put("ssl.keystore.path", "base64:AAAA");
    config.put("ssl.keystore.password", "hush-hush");
    assertThat(errors().keySet())
        .containsExactlyInAnyOrder("ssl.truststore.path", "ssl.keystore.path");
    assertThat(errors().toString()).doesNotContain("hush-hush");
  }

  @Test
  void openSslWithoutNativesIsToldClearly() {
    config.put("ssl.provider", "OpenSSL");
    assertThat(errors("ssl.provider")).singleElement().asString().contains("netty-tcnative");
  }

  @Test
  void aBundleOrKeyTabThatCannotBeReadIsTold() {
    config.put("cloud.secureConnectBundle", "/nowhere/bundle.zip");
    config.put("auth.provider", "GSSAPI");
    config.put("auth.gssapi.keyTab", "/nowhere/sink.keytab");
    config.put("auth.gssapi.principal", "sink@EXAMPLE.ORG");
    assertThat(errors().keySet())
        .containsExactlyInAnyOrder("cloud.secureConnectBundle", "auth.gssapi.keyTab");
  }

  @Test
  void aColumnThatIsMappedTwiceIsShown() {
    config.put(TABLE + "mapping", "symbol=key, price=value.price, symbol=value.symbol");
    assertThat(errors(TABLE + "mapping"))
        .singleElement()
        .asString()
        .contains("column symbol is mapped twice", "^");
  }

  @Test
  void aTableNamedWithAndWithoutQuotesIsTheSame() {
    config.put("topic.trades.\"market\".trades.mapping", "symbol=value.symbol");
    assertThat(errors().values())
        .singleElement()
        .asString()
        .contains("is table market.trades again");
  }

  @Test
  void keysThatNobodyReadsAreNoErrors() {
    config.put("contactPoint", "127.0.0.1");
    config.put("schema.registry.url", "http://127.0.0.1");
    assertThat(errors()).isEmpty();
  }

  @Test
  void passwordsAreNeverEchoed() {
    config.put("auth.username", "sink");
    config.put("auth.password", "hush-hush");
    config.put("ssl.provider", "JDK");
    config.put("ssl.keystore.path", "base64:AAAA");
    config.put("ssl.keystore.password", "hush-hush");
    config.put("ssl.truststore.password", "hush-hush");
    String all =
        new CassandraSinkConnector()
            .validate(config).configValues().stream()
                .map(value -> value.value() + " " + value.errorMessages())
                .toList()
                .toString();
    assertThat(all).contains("[hidden]").doesNotContain("hush-hush");
  }

  @Test
  void filesInTheConfigurationAreNeverEchoed() {
    config.put("ssl.provider", "OpenSSL");
    config.put("ssl.openssl.keyCertChain", "base64:hushhush");
    config.put("ssl.openssl.privateKey", "-----BEGIN PRIVATE KEY-----\nhushhush");
    assertThat(errors().toString()).contains("neither a path nor base64").doesNotContain("hush");
    config.put("ssl.openssl.privateKey", "base64:hushhush");
    config.put("cloud.secureConnectBundle", "base64:hushhush");
    config.put("ssl.keystore.path", "base64:hushhush");
    String all =
        new CassandraSinkConnector()
            .validate(config).configValues().stream()
                .map(value -> value.value() + " " + value.errorMessages())
                .toList()
                .toString();
    assertThat(all).contains("[hidden]").doesNotContain("hushhush");
  }

  @Test
  void creatingTablesNeedsAPrimaryKeyOfMappedColumns() {
    config.put("autoCreate", "table");
    assertThat(errors(TABLE + "primaryKey")).singleElement().asString().contains("is required");
    config.put(TABLE + "primaryKey", "(symbol, day), price DESC");
    assertThat(errors(TABLE + "primaryKey"))
        .singleElement()
        .asString()
        .contains("nothing is mapped to column day");
    config.put(TABLE + "primaryKey", "symbol");
    assertThat(errors()).isEmpty();
  }

  @Test
  void filterAndExplodeAreParsed() {
    config.put(TABLE + "filter", "value.price >");
    config.put(TABLE + "explode", "element.data");
    assertThat(errors().keySet()).containsExactlyInAnyOrder(TABLE + "filter", TABLE + "explode");
  }

  @Test
  void anUnreachableClusterIsToldWhenAsked() {
    config.put("contactPoints", "127.0.0.1");
    config.put("port", "1");
    config.put("loadBalancing.localDc", "dc1");
    config.put("validate.connectivity", "true");
    assertThat(errors("contactPoints")).singleElement().asString().contains("cannot be reached");
  }

  @Test
  void anErrorInOneSettingHidesNoneInOthers() {
    config.put("port", "many");
    config.put("contactPoints", "127.0.0.1");
    config.put("ssl.provider", "JDK");
    config.put("ssl.truststore.path", "/nowhere/trust.jks");
    config.put("errors.tolerance", "all");
    config.put(TABLE + "consistencyLevel", "SOME");
    config.put(TABLE + "mapping", "symbol=key, price=");
    config.put(TABLE + "filter", "value.price >");
    config.put(TABLE + "explode", "element.data");
    config.put(TABLE + "primaryKey", "(symbol, day");
    config.put(TABLE + "query", "INSERT INTO market.trades (symbol) VALUES (:symbol)");
    config.put(TABLE + "deletesEnabled", "true");
    config.put("topic.trades.codec.timeZone", "Atlantis");
    config.put("topic.trades.codec.timestamp", "not a pattern }{");
    config.put("topic.trades.codec.date", "nor this }{");
    config.put("topic.trades.codec.time", "nor that }{");
    assertThat(errors().keySet())
        .containsExactlyInAnyOrder(
            "port",
            "loadBalancing.localDc",
            "ssl.truststore.path",
            "errors.tolerance",
            TABLE + "consistencyLevel",
            TABLE + "mapping",
            TABLE + "filter",
            TABLE + "explode",
            TABLE + "primaryKey",
            TABLE + "query",
            "topic.trades.codec.timeZone",
            "topic.trades.codec.timestamp",
            "topic.trades.codec.date",
            "topic.trades.codec.time");
  }

  @Test
  void whatCassandraWouldRefuseOfEveryRowIsTold() {
    config.put(TABLE + "consistencyLevel", "LOCAL_SERIAL");
    config.put(TABLE + "ttl", "7301");
    config.put(TABLE + "ttlTimeUnit", "DAYS");
    assertThat(errors().keySet())
        .containsExactlyInAnyOrder(TABLE + "consistencyLevel", TABLE + "ttl");
    config.put(TABLE + "consistencyLevel", "local_quorum");
    config.put(TABLE + "ttl", "7300");
    assertThat(errors()).isEmpty();
  }

  @Test
  void elementsNeedAnArrayToBeOf() {
    config.put(TABLE + "mapping", "symbol=key, price=element.price | 0");
    assertThat(errors(TABLE + "mapping")).singleElement().asString().contains("explode is not set");
    config.put(TABLE + "explode", "value.data");
    assertThat(errors()).isEmpty();
  }

  @Test
  void snappyAndAProtocolWithoutItContradictEachOther() {
    String version = "datastax-java-driver.advanced.protocol.version";
    config.put("compression", "Snappy");
    config.put(version, "V5");
    assertThat(errors(version)).singleElement().asString().contains("Snappy");
    config.put(version, "V4");
    assertThat(errors()).isEmpty();
  }

  @Test
  void pausesThatShrinkContradictEachOther() {
    config.put("retry.backoff.initial.ms", "200");
    config.put("retry.backoff.max.ms", "100");
    assertThat(errors().keySet()).containsExactly("retry.backoff.initial.ms");
  }

  @Test
  void aLocaleThatNobodyKnowsIsTold() {
    config.put("topic.trades.codec.locale", "Klingon");
    assertThat(errors("topic.trades.codec.locale"))
        .singleElement()
        .asString()
        .contains("is no locale");
    config.put("topic.trades.codec.locale", "de_DE");
    assertThat(errors()).isEmpty();
    config.put("topic.trades.codec.locale", "de");
    assertThat(errors()).isEmpty();
  }

  @Test
  void filesThatAreSomethingElseAreTold() throws Exception {
    config.put("auth.provider", "GSSAPI");
    config.put("auth.gssapi.keyTab", "base64:AAAA");
    config.put("cloud.secureConnectBundle", "base64:" + zipWith("readme.txt"));
    assertThat(errors().keySet())
        .containsExactlyInAnyOrder("auth.gssapi.keyTab", "cloud.secureConnectBundle");
    config.remove("auth.provider");
    config.remove("cloud.secureConnectBundle");
    config.put("ssl.provider", "OpenSSL");
    config.put("ssl.truststore.path", "base64:not base64!");
    config.put("ssl.openssl.keyCertChain", "base64:AAAA");
    config.put("ssl.openssl.privateKey", "base64:AAAA");
    assertThat(errors().keySet())
        .containsExactlyInAnyOrder(
            "ssl.provider",
            "ssl.truststore.path",
            "ssl.openssl.keyCertChain",
            "ssl.openssl.privateKey");
  }

  private static String zipWith(String entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write('{');
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private List<String> errors(String key) {
    return errors().getOrDefault(key, List.of());
  }

  private Map<String, List<String>> errors() {
    Map<String, List<String>> errors = new HashMap<>();
    for (ConfigValue value : new CassandraSinkConnector().validate(config).configValues()) {
      if (!value.errorMessages().isEmpty()) {
        errors.put(value.name(), value.errorMessages());
      }
    }
    return errors;
  }
}

package io.tickstream.connect.it.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import io.tickstream.connect.stack.CassandraSecurity;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.TlsFiles;
import io.tickstream.connect.stack.rest.ConfigProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cassandra with mutual TLS and passwords admits only who has both: sessions and sinks. */
class SinkSecurityIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String MAPPING = "k=key, n=value.n";

  @TempDir static Path folder;

  private static TlsFiles files;
  private static LocalStack stack;

  @BeforeAll
  static void start() {
    files = TlsFiles.create(folder);
    stack =
        LocalStack.builder()
            .withoutRegistry()
            .cassandraSecurity(CassandraSecurity.withTls(files, true).andPasswords())
            .start();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void aSinkWithCertificateAndPasswordWrites() throws Exception {
    try (SinkScenario scenario = scenario("secure_path")) {
      scenario.deploy(config(scenario));
      scenario.send("a", "{\"n\":1}");
      scenario.flush();
      scenario.awaitCount(1, LIMIT);
    }
  }

  @Test
  void keyStoresMayComeInTheConfigurationItself() throws Exception {
    try (SinkScenario scenario = scenario("secure_base64")) {
      Map<String, String> config = config(scenario);
      config.put("ssl.truststore.path", base64(files.trustStore()));
      config.put("ssl.keystore.path", base64(files.clientKeyStore()));
      config.put("validate.connectivity", "true");
      assertThat(stack.connect().validate(scenario.connector(), config)).isEmpty();
      scenario.deploy(config);
      scenario.send("a", "{\"n\":1}");
      scenario.flush();
      scenario.awaitCount(1, LIMIT);
      assertThat(stack.worker(1).log())
          .doesNotContain(files.password())
          .doesNotContain(base64(files.clientKeyStore()));
    }
  }

  @Test
  void aWrongPasswordFailsTheTaskAndIsFoundByValidation() throws Exception {
    try (SinkScenario scenario = scenario("secure_password")) {
      Map<String, String> config = config(scenario);
      config.put("auth.password", "wrong-and-secret");
      scenario.put(config);
      scenario.send("a", "{\"n\":1}");
      scenario.flush();
      assertThat(stack.connect().awaitFailed(scenario.connector(), LIMIT).failure().orElseThrow())
          .contains("Cassandra refused the credentials")
          .doesNotContain("wrong-and-secret");
      config.put("validate.connectivity", "true");
      assertThat(stack.connect().validate(scenario.connector(), config))
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.option()).isEqualTo("auth.username");
                assertThat(problem.message()).contains("refused the credentials");
              });
      assertThat(stack.worker(1).log()).doesNotContain("wrong-and-secret");
    }
  }

  @Test
  void aStrangersCertificateAndNoneAtAllAreFoundByValidation() throws Exception {
    SinkScenario scenario = scenario("secure_stranger");
    try {
      Map<String, String> config = config(scenario);
      config.put("validate.connectivity", "true");
      config.put("ssl.keystore.path", files.strangerKeyStore().toString());
      assertThat(stack.connect().validate(scenario.connector(), config))
          .extracting(ConfigProblem::option)
          .containsExactly("contactPoints");
      config.remove("ssl.keystore.path");
      assertThat(stack.connect().validate(scenario.connector(), config))
          .extracting(ConfigProblem::option)
          .containsExactly("contactPoints");
    } finally {
      scenario.closeWithoutConnector();
    }
  }

  @Test
  void whoMayNotWriteFailsTheTask() throws Exception {
    try (SinkScenario scenario = scenario("secure_rights")) {
      scenario.session().execute("CREATE ROLE reader WITH PASSWORD = 'reading' AND LOGIN = true");
      scenario.session().execute("GRANT SELECT ON KEYSPACE secure_rights TO reader");
      Map<String, String> config = config(scenario);
      config.put("auth.username", "reader");
      config.put("auth.password", "reading");
      scenario.put(scenario.withDeadLetters(config));
      scenario.send("a", "{\"n\":1}");
      scenario.flush();
      assertThat(stack.connect().awaitFailed(scenario.connector(), LIMIT).failure().orElseThrow())
          .contains("reader")
          .contains("MODIFY");
      assertThat(scenario.deadLetterCount()).isZero();
    }
  }

  @Test
  void aSessionWithAStrangersCertificateIsRefused() {
    assertThatThrownBy(() -> open(files.strangerKeyStore(), "cassandra"))
        .isInstanceOf(AllNodesFailedException.class);
  }

  private static SinkScenario scenario(String name) throws Exception {
    SinkScenario scenario =
        new SinkScenario(stack, name, 1, open(files.clientKeyStore(), "cassandra"));
    scenario.createTable("k text PRIMARY KEY, n bigint");
    return scenario;
  }

  private static Map<String, String> config(SinkScenario scenario) {
    Map<String, String> config = new LinkedHashMap<>(scenario.config(MAPPING));
    config.put("auth.provider", "PLAIN");
    config.put("auth.username", "cassandra");
    config.put("auth.password", "cassandra");
    config.put("ssl.provider", "JDK");
    config.put("ssl.hostnameValidation", "true");
    config.put("ssl.truststore.path", files.trustStore().toString());
    config.put("ssl.truststore.password", files.password());
    config.put("ssl.keystore.path", files.clientKeyStore().toString());
    config.put("ssl.keystore.password", files.password());
    return config;
  }

  private static String base64(Path file) throws IOException {
    return "base64:" + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
  }

  private static CqlSession open(Path keyStore, String password) throws Exception {
    return stack
        .sessionBuilder()
        .withSslContext(context(keyStore))
        .withAuthCredentials("cassandra", password)
        .build();
  }

  private static SSLContext context(Path keyStore) throws GeneralSecurityException, IOException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(load(keyStore), files.password().toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(load(files.trustStore()));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore load(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, files.password().toCharArray());
    }
    return store;
  }
}

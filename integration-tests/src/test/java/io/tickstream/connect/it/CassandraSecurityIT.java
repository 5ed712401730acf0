package io.tickstream.connect.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import io.tickstream.connect.stack.CassandraSecurity;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.TlsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cassandra with mutual TLS and passwords admits only who has both. */
class CassandraSecurityIT {
  @TempDir static Path folder;

  private static TlsFiles files;
  private static LocalStack stack;

  @BeforeAll
  static void start() {
    files = TlsFiles.create(folder);
    stack =
        LocalStack.builder()
            .brokers(0)
            .workers(0)
            .withoutRegistry()
            .cassandraSecurity(CassandraSecurity.withTls(files, true).andPasswords())
            .start();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void certificateAndPasswordAreAdmitted() throws Exception {
    try (CqlSession session = open(files.clientKeyStore(), "cassandra")) {
      assertThat(session.execute("SELECT role FROM system_auth.roles").one()).isNotNull();
    }
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertThatThrownBy(() -> open(files.clientKeyStore(), "wrong"))
        .isInstanceOfSatisfying(
            AllNodesFailedException.class,
            e ->
                assertThat(
                        e.getAllErrors().values().stream()
                            .flatMap(List::stream)
                            .toList()
                            .toString())
                    .contains("Authentication error"));
  }

  @Test
  void aCertificateOfAStrangerIsRefused() {
    assertThatThrownBy(() -> open(files.strangerKeyStore(), "cassandra"))
        .isInstanceOf(AllNodesFailedException.class);
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

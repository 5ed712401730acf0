package io.tickstream.connect.cassandra.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.cassandra.settings.ConnectionSettings;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
  private static final char[] PASSWORD = "secret".toCharArray();

  @TempDir private Path folder;

  private final Sessions sessions = new Sessions();

  @Test
  void aTaskThatIsStartedAgainDoesNotGetTheSessionThatFailed() throws Exception {
    Path trusted = folder.resolve("trusted.p12");
    ConnectionSettings settings = unreachable(trusted);
    SessionLease failed = sessions.lease(settings);
    assertThat(failed.session()).failsWithin(Duration.ofSeconds(20));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    try (OutputStream out = Files.newOutputStream(trusted)) {
      store.store(out, PASSWORD);
    }

    try (SessionLease restarted = sessions.lease(settings)) {
      assertThat(restarted.session()).isNotDone();
      failed.close();
      try (SessionLease another = sessions.lease(settings)) {
        assertThat(another.session()).isSameAs(restarted.session());
      }
      assertThat(restarted.session()).isNotDone();
    }
    assertThat(sessions.open()).isZero();
  }

  private static ConnectionSettings unreachable(Path trusted) {
    return SinkSettings.of(
            Map.of(
                "contactPoints",
                "127.0.0.1",
                "port",
                "1",
                "loadBalancing.localDc",
                "dc1",
                "ssl.provider",
                "JDK",
                "ssl.truststore.path",
                trusted.toString(),
                "ssl.truststore.password",
                new String(PASSWORD)))
        .connection();
  }
}

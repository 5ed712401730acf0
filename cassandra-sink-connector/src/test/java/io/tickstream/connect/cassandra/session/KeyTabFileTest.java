package io.tickstream.connect.cassandra.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickstream.connect.cassandra.settings.ConnectionSettings;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key tab in the configuration is on the disk once, for as long as somebody needs it. */
class KeyTabFileTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Known from others by its realm. */
  private final byte[] keyTab = KeyTabs.of(UUID.randomUUID().toString());

  @Test
  void anInlineOneIsThereOnceForItsOwnerAlone() throws Exception {
    try (KeyTabFile file = new KeyTabFile(KeyTabs.inline(keyTab))) {
      assertThat(KeyTabs.copiesOf(keyTab)).isEmpty();
      Path path = Path.of(file.path());
      assertThat(Files.readAllBytes(path)).isEqualTo(keyTab);
      assertThat(Files.getPosixFilePermissions(path))
          .containsExactlyInAnyOrder(
              PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
      assertThat(file.path()).isEqualTo(path.toString());
    }
    assertThat(KeyTabs.copiesOf(keyTab)).isEmpty();
  }

  @Test
  void whoComesTooLateGetsNone() {
    KeyTabFile file = new KeyTabFile(KeyTabs.inline(keyTab));
    file.close();
    assertThatThrownBy(file::path).isInstanceOf(IllegalStateException.class);
    assertThat(KeyTabs.copiesOf(keyTab)).isEmpty();
  }

  @Test
  void theUsersOwnFileStaysWhereItIs(@TempDir Path folder) throws Exception {
    Path own = Files.write(folder.resolve("sink.keytab"), keyTab);
    try (KeyTabFile file = new KeyTabFile(own.toString())) {
      assertThat(file.path()).isEqualTo(own.toString());
    }
    assertThat(own).exists();
    assertThat(KeyTabs.copiesOf(keyTab)).isEmpty();
  }

  @Test
  void attemptsToOpenASessionShareOne() {
    try (SessionFactory sessions = new SessionFactory(unreachable())) {
      for (int i = 0; i < 3; i++) {
        assertThat(sessions.open().toCompletableFuture()).failsWithin(LIMIT);
      }
      assertThat(KeyTabs.copiesOf(keyTab)).hasSize(1);
    }
    assertThat(KeyTabs.copiesOf(keyTab)).isEmpty();
  }

  @Test
  void itGoesWithTheLastLeaseOfASession() {
    SessionLease lease = new Sessions().lease(unreachable());
    Awaitility.await().atMost(LIMIT).until(() -> KeyTabs.copiesOf(keyTab).size() == 1);
    lease.close();
    assertThat(KeyTabs.copiesOf(keyTab)).isEmpty();
  }

  private ConnectionSettings unreachable() {
    return SinkSettings.of(
            Map.of(
                "contactPoints",
                "127.0.0.1",
                "port",
                "1",
                "loadBalancing.localDc",
                "dc1",
                "auth.provider",
                "GSSAPI",
                "auth.gssapi.keyTab",
                KeyTabs.inline(keyTab)))
        .connection();
  }
}

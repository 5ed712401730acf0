package io.tickstream.connect.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.cassandra.session.GuardedCassandra;
import io.tickstream.connect.cassandra.session.KeyTabs;
import io.tickstream.connect.cassandra.settings.Problem;
import io.tickstream.connect.cassandra.settings.Problems;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConnectivityTest {

  @Test
  void nothingIsLeftOfAnInlineKeyTab() {
    byte[] keyTab = KeyTabs.of(UUID.randomUUID().toString());
    assertThat(
            problems(
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
                    KeyTabs.inline(keyTab))))
        .extracting(Problem::key)
        .containsExactly("contactPoints");
    assertThat(KeyTabs.copiesOf(keyTab)).isEmpty();
  }

  @Test
  void wrongCredentialsAreToldAtOnce() {
    try (GuardedCassandra cassandra = new GuardedCassandra()) {
      cassandra.refuse(GuardedCassandra.INCORRECT);
      assertThat(problems(cassandra.settings()))
          .containsExactly(new Problem("auth.username", "Cassandra refused the credentials"));
    }
  }

  @Test
  void rolesThatCannotBeReadAreNotTheCredentialsFault() {
    try (GuardedCassandra cassandra = new GuardedCassandra()) {
      cassandra.refuse(GuardedCassandra.NO_REPLICAS);
      assertThat(problems(cassandra.settings()))
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.key()).isEqualTo("contactPoints");
                assertThat(problem.message())
                    .contains("cannot be reached", "Cannot achieve consistency level");
              });
    }
  }

  private static List<Problem> problems(Map<String, String> settings) {
    Problems problems = new Problems();
    new Connectivity(SinkSettings.of(settings), problems).check();
    return problems.all();
  }
}

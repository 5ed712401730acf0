package io.tickstream.connect.cassandra.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.cassandra.settings.SinkSettings;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.connect.errors.ConnectException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a real driver makes of a cluster that asks for credentials. */
class SessionOpenerTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final GuardedCassandra cassandra = new GuardedCassandra();
  private final AtomicLong clock = new AtomicLong();
  private final SessionOpener opener =
      new SessionOpener(SinkSettings.of(cassandra.settings()).connection(), clock::get);

  @AfterEach
  void close() {
    opener.close();
    cassandra.close();
  }

  @Test
  void aNewClusterMayRefuseThemUntilItKnowsItsFirstRole() {
    cassandra.refuse(GuardedCassandra.INCORRECT);
    opener.start();
    awaitRefusals(GuardedCassandra.INCORRECT, 2);
    assertThat(opener.session()).isNotDone();
    cassandra.admit();
    assertThat(opener.session()).succeedsWithin(LIMIT);
  }

  @Test
  void thoseThatStayRefusedAreWrong() {
    cassandra.refuse(GuardedCassandra.INCORRECT);
    opener.start();
    // With the second, the first is settled.
    awaitRefusals(GuardedCassandra.INCORRECT, 2);
    clock.addAndGet(SessionOpener.PATIENCE.toNanos());
    assertThat(opener.session())
        .failsWithin(LIMIT)
        .withThrowableOfType(ExecutionException.class)
        .havingCause()
        .isInstanceOf(ConnectException.class)
        .withMessageContaining("Cassandra refused the credentials");
  }

  @Test
  void rolesThatCannotBeReadAreAnOutageHoweverLong() {
    cassandra.refuse(GuardedCassandra.NO_REPLICAS);
    opener.start();
    awaitRefusals(GuardedCassandra.NO_REPLICAS, 1);
    clock.addAndGet(10 * SessionOpener.PATIENCE.toNanos());
    awaitRefusals(GuardedCassandra.NO_REPLICAS, 3);
    assertThat(opener.session()).isNotDone();
    cassandra.admit();
    assertThat(opener.session()).succeedsWithin(LIMIT);
  }

  @Test
  void patienceBeginsAnewAfterAnOutage() {
    cassandra.refuse(GuardedCassandra.INCORRECT);
    opener.start();
    awaitRefusals(GuardedCassandra.INCORRECT, 1);
    cassandra.refuse(GuardedCassandra.NO_REPLICAS);
    awaitRefusals(GuardedCassandra.NO_REPLICAS, 1);
    clock.addAndGet(SessionOpener.PATIENCE.toNanos());
    int before = cassandra.refusals(GuardedCassandra.INCORRECT);
    cassandra.refuse(GuardedCassandra.INCORRECT);
    awaitRefusals(GuardedCassandra.INCORRECT, before + 2);
    assertThat(opener.session()).isNotDone();
  }

  private void awaitRefusals(String message, int count) {
    Awaitility.await().atMost(LIMIT).until(() -> cassandra.refusals(message) >= count);
  }
}

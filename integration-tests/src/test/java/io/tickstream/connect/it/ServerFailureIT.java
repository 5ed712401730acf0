package io.tickstream.connect.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.ServerFailedException;
import io.tickstream.connect.stack.ServerKind;
import io.tickstream.connect.stack.StackBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a start that fails says. */
class ServerFailureIT {
  @Test
  void aServerThatDiesWhileStartingIsReportedAtOnceWithItsLog() {
    LocalStack stack =
        cassandraAlone().setting(ServerKind.CASSANDRA, "commitlog_sync", "nonsense").prepare();
    try (stack) {
      long begin = System.nanoTime();
      assertThatThrownBy(stack::startAll)
          .isInstanceOf(ServerFailedException.class)
          .hasMessageContainingAll(
              "cassandra ended with exit code", "nonsense", stack.cassandra().logFile().toString());
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
      assertThat(stack.cassandra().isRunning()).isFalse();
    }
  }

  @Test
  void aServerThatDoesNotGetReadyIsReportedAfterTheLimit() {
    LocalStack stack = cassandraAlone().startLimit(Duration.ofMillis(300)).prepare();
    try (stack) {
      assertThatThrownBy(stack::startAll)
          .isInstanceOf(ServerFailedException.class)
          .hasMessageContaining("cassandra was not ready after");
      assertThat(stack.cassandra().isRunning()).isFalse();
    }
  }

  private static StackBuilder cassandraAlone() {
    return LocalStack.builder().brokers(0).workers(0).withoutRegistry();
  }
}

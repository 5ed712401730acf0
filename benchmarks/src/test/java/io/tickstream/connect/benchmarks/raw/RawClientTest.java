package io.tickstream.connect.benchmarks.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RawClientTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  /** Is never done. */
  static final class Endless {
    public static void main(String[] args) throws Exception {
      Baton.serve(records -> new CountDownLatch(1).await());
    }
  }

  /** Can do five records only. */
  static final class Five {
    public static void main(String[] args) throws Exception {
      Baton.serve(
          records -> {
            if (records != 5) {
              System.exit(1);
            }
          });
    }
  }

  private static RawClient start(Class<?> program, Duration limit) throws IOException {
    return RawClient.start(program, "32m", limit, List.of());
  }

  @Test
  void aClientThatIsNotDoneInTimeIsEnded() throws IOException {
    try (RawClient client = start(Endless.class, Duration.ofSeconds(2))) {
      assertThatThrownBy(
              () -> {
                client.begin(1);
                client.awaitEnd();
              })
          .hasMessage("the client was not done in PT2S");
      assertThat(client.isAlive()).isFalse();
    }
  }

  @Test
  void aClientCanRunAgain() throws IOException {
    try (RawClient client = start(Five.class, LONG)) {
      for (int run = 0; run < 2; run++) {
        client.begin(5);
        client.awaitEnd();
      }
      assertThat(client.isAlive()).isTrue();
    }
  }

  @Test
  void aClientThatFailsIsToldAndGone() throws IOException {
    try (RawClient client = start(Five.class, LONG)) {
      client.begin(6);
      assertThatThrownBy(client::awaitEnd).hasMessage("expected done from the client, got null");
      assertThat(client.isAlive()).isFalse();
    }
  }

  @Test
  void whereNoRunIsUnderWayThereIsNothingToWaitFor() throws IOException {
    try (RawClient client = start(Endless.class, LONG)) {
      client.awaitEnd();
      assertThat(client.isAlive()).isTrue();
    }
  }
}

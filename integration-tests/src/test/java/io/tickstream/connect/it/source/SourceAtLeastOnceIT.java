package io.tickstream.connect.it.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.ServerKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a worker without exactly-once support a kill may repeat trades, but none is missing. */
class SourceAtLeastOnceIT {

  @ParameterizedTest
  @ValueSource(strings = {"poll", "stream"})
  void thereIsNoGapHoweverOftenTheWorkerIsKilled(String mode) throws Exception {
    String topic = "resume-at-least-" + mode;
    try (TradeHistory history = new TradeHistory();
        LocalStack stack =
            KilledSource.servers()
                .setting(ServerKind.WORKER, "exactly.once.source.support", "disabled")
                .start()) {
      Map<String, List<Long>> ids =
          new KilledSource(stack, history).ids(topic, KilledSource.trades(topic, mode, history));

      long last = history.closeTrading();
      assertThat(ids.keySet()).containsExactlyInAnyOrderElementsOf(KilledSource.SYMBOLS);
      assertThat(ids)
          .allSatisfy(
              (symbol, some) ->
                  assertThat(List.copyOf(new LinkedHashSet<>(some)))
                      .isEqualTo(KilledSource.upTo(last)));
    }
  }
}

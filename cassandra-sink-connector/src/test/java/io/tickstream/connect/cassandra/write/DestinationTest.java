package io.tickstream.connect.cassandra.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.cassandra.metrics.SinkCounters;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import io.tickstream.connect.cassandra.settings.TopicSettings;
import io.tickstream.connect.cassandra.table.TableTarget;
import io.tickstream.connect.cassandra.table.UnpreparedTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DestinationTest {
  private final FakeTimer timer = new FakeTimer();
  private final List<CompletableFuture<TableTarget>> attempts = new ArrayList<>();
  private final TopicSettings topic =
      SinkSettings.of(
              Map.of(
                  "name", "test",
                  "topics", "trades",
                  "topic.trades.market.trades.mapping", "symbol=key, id=value.id"))
          .topics()
          .get("trades");
  private final Destination destination = destination();

  private Destination destination() {
    SinkCounters counters = new SinkCounters();
    return new Destination(
        topic,
        topic.tables().get(0),
        new Lane(counters.table("market.trades"), 32),
        (topicSettings, table, sample) -> {
          attempts.add(new CompletableFuture<>());
          return attempts.get(attempts.size() - 1);
        },
        new Shared(),
        PipelineHarness.tools(timer, counters));
  }

  private void prepared(int attempt) {
    attempts
        .get(attempt)
        .complete(
            UnpreparedTarget.of(topic.tables().get(0), PipelineHarness.layout(), topic.codec()));
  }

  @Test
  void aTableIsPreparedOnceHoweverManyRecordsWaitForIt() {
    destination.prepare(null);
    destination.prepare(null);
    prepared(0);
    destination.prepare(null);
    assertThat(attempts).hasSize(1);
    assertThat(destination.route()).isNotNull();
  }

  @Test
  void aRecordThatAsksForATableWhichIsReadyByThenDoesNotKeepItFromBeingPreparedAnew() {
    destination.prepare(null);
    prepared(0);
    destination.prepare(null);
    destination.expire();
    destination.prepare(null);
    assertThat(attempts).hasSize(2);
    prepared(1);
    assertThat(destination.route()).isNotNull();
  }
}

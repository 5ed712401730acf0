package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.load.Trade;
import io.tickstream.connect.benchmarks.load.Trades;
import io.tickstream.connect.benchmarks.micro.NoSourceContext;
import io.tickstream.connect.market.MarketSourceTask;
import io.tickstream.connect.market.config.TaskConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Trades of our simulator: but for their times, they must be those that it makes here once more,
 * from the same seed. Not thread-safe.
 */
final class SimulatedTrades implements SourceRecords {

  private final List<Map<String, String>> tasks;
  private final Trades found = new Trades();

  /**
   * Nothing found yet.
   *
   * @param tasks configurations of the tasks that the records come from
   */
  SimulatedTrades(List<Map<String, String>> tasks) {
    this.tasks = tasks;
  }

  @Override
  public void add(Object value) {
    found.add(Trade.of(value));
  }

  @Override
  public @Nullable String problem() throws InterruptedException {
    String problem = found.problem();
    if (problem != null) {
      return problem;
    }
    Trades made = new Trades();
    for (Map<String, String> task : tasks) {
      makeAgain(task, made);
    }
    return found.difference(made);
  }

  /**
   * Goes on until everything that was found has been made. A symbol may be missing only when a
   * simulator that has come so far has not come to its first trade.
   */
  private void makeAgain(Map<String, String> config, Trades made) throws InterruptedException {
    long left = TaskConfig.symbols(config).stream().mapToLong(found::count).sum();
    MarketSourceTask task = new MarketSourceTask();
    task.initialize(new NoSourceContext());
    task.start(config);
    try {
      while (left > 0) {
        for (SourceRecord record : Objects.requireNonNull(task.poll())) {
          Trade trade = Trade.of(record.value());
          int count = found.count(trade.symbol());
          if (left > 0 && (count == 0 || trade.number() <= count)) {
            made.add(trade);
            left -= Math.min(1, count);
          }
        }
      }
    } finally {
      task.stop();
    }
  }
}

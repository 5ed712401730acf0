package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.load.Rows;
import io.tickstream.connect.benchmarks.plugins.PrebuiltSourceTask;
import io.tickstream.connect.market.config.TaskConfig;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads back what a source has left in its topic: the converter must be able to read every record,
 * there must be as many as the broker counts, and they must be those that the source makes, if that
 * is known.
 */
final class SourceCheck {

  private final TopicReader reader;
  private final List<String> symbols;

  SourceCheck(Rig rig, ContestSettings settings) {
    this.reader = new TopicReader(rig, settings);
    this.symbols = IntStream.range(0, settings.rows().symbols()).mapToObj(Rows::name).toList();
  }

  /**
   * Checks a topic that nobody writes to any more.
   *
   * @param config of the connector that has written it
   * @param tasks how many it was allowed
   * @throws IllegalStateException saying what is wrong
   */
  void check(String topic, Contestant.Leaves leaves, Map<String, String> config, int tasks)
      throws InterruptedException {
    SourceRecords records =
        switch (leaves) {
          case SIMULATED_TRADES -> new SimulatedTrades(TaskConfig.split(config, symbols, tasks));
          case PREBUILT_TRADES ->
              new PrebuiltTrades(PrebuiltSourceTask.trades(config), reader.converter());
          case NOTHING, ROWS, RECORDS -> SourceRecords.ANY;
        };
    reader.read(topic, (value, timestampMs) -> records.add(value));
    String problem = records.problem();
    if (problem != null) {
      throw new IllegalStateException(topic + ": " + problem);
    }
  }
}

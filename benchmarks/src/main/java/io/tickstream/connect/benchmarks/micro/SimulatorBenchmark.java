package io.tickstream.connect.benchmarks.micro;

import io.tickstream.connect.market.MarketSourceTask;
import io.tickstream.connect.market.config.TaskConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.connect.source.SourceRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The simulator as a whole task: draw a tick, make the event, make the record. Times are per
 * record.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SimulatorBenchmark {

  private static final int BATCH = 1000;

  /** How many symbols the task simulates. */
  @Param({"1", "50", "1000"})
  public int symbols;

  private final MarketSourceTask task = new MarketSourceTask();

  /** Starts the task, as fast as it can. */
  @Setup
  public void start() {
    task.initialize(new NoSourceContext());
    List<String> names = IntStream.range(0, symbols).mapToObj(i -> "S" + i).toList();
    Map<String, String> config =
        Map.of(
            "name", "micro",
            "provider", "simulator",
            "dataset", "trade",
            "topic", "ticks",
            "symbols", String.join(",", names),
            "sim.rate", "0",
            "batch.max.records", Integer.toString(BATCH));
    task.start(TaskConfig.split(config, names, 1).get(0));
  }

  /** Stops it. */
  @TearDown
  public void stop() {
    task.stop();
  }

  /** One poll of 1,000 records. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public List<SourceRecord> poll() throws InterruptedException {
    List<SourceRecord> records = task.poll();
    if (records == null || records.size() != BATCH) {
      throw new IllegalStateException("expected a full batch");
    }
    return records;
  }
}

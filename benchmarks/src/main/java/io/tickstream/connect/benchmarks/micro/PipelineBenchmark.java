package io.tickstream.connect.benchmarks.micro;

import io.tickstream.connect.benchmarks.load.Rows;
import io.tickstream.connect.cassandra.failure.Backoff;
import io.tickstream.connect.cassandra.failure.FailureLog;
import io.tickstream.connect.cassandra.metrics.SinkCounters;
import io.tickstream.connect.cassandra.settings.WriteSettings;
import io.tickstream.connect.cassandra.write.Pipeline;
import io.tickstream.connect.cassandra.write.RequestLimit;
import io.tickstream.connect.cassandra.write.TimerThread;
import io.tickstream.connect.cassandra.write.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
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
import org.slf4j.LoggerFactory;

/**
 * Everything the sink does with a record except what the driver does: bind, batch, send, settle,
 * and move the watermark. Requests are answered at once. Times are per record.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PipelineBenchmark {

  private static final int POLL = 500;
  private static final int POLLS = 64;
  private static final CompletionStage<?> ANSWER = CompletableFuture.completedFuture(null);

  /** Distinct partition keys. With as many as records, nothing can share a batch. */
  @Param({"50", "100000"})
  public int symbols;

  private final TopicPartition partition = new TopicPartition(SinkFixture.TOPIC, 0);
  private final List<List<SinkRecord>> polls = new ArrayList<>();
  private TimerThread timer;
  private Pipeline pipeline;
  private int next;

  /** Makes the records of some polls, which then come again and again. */
  @Setup
  public void prepare() {
    SinkFixture fixture = new SinkFixture(new Rows((long) POLL * POLLS, symbols, 4), false);
    for (int poll = 0; poll < POLLS; poll++) {
      List<SinkRecord> records = new ArrayList<>(POLL);
      for (int i = 0; i < POLL; i++) {
        records.add(fixture.record((long) poll * POLL + i));
      }
      polls.add(records);
    }
    timer = new TimerThread("micro");
    WriteSettings write = fixture.settings.write();
    pipeline =
        new Pipeline(
            fixture.settings,
            new NoContext(),
            (topic, table, sample) -> CompletableFuture.completedFuture(fixture.target),
            batch -> ANSWER,
            new RequestLimit(write.maxRequests()),
            new Tools(
                timer,
                System::nanoTime,
                new Backoff(write.backoffInitial(), write.backoffMax(), bound -> 0),
                new SinkCounters(),
                new FailureLog(
                    LoggerFactory.getLogger(PipelineBenchmark.class), System::nanoTime)));
    pipeline.open(List.of(partition));
    pipeline.start();
  }

  /** Ends the timer's thread. */
  @TearDown
  public void stop() {
    pipeline.stop();
    timer.close();
  }

  /** A poll of 500 records, bound, put into batches, sent and settled. */
  @Benchmark
  @OperationsPerInvocation(POLL)
  public int put() {
    return putNext().size();
  }

  /** The same, and the offsets that may be committed after it. */
  @Benchmark
  @OperationsPerInvocation(POLL)
  public Map<TopicPartition, OffsetAndMetadata> putAndCommit() {
    List<SinkRecord> records = putNext();
    return pipeline.preCommit(
        Map.of(partition, new OffsetAndMetadata(records.get(POLL - 1).originalKafkaOffset() + 1)));
  }

  private List<SinkRecord> putNext() {
    List<SinkRecord> records = polls.get(next);
    next = (next + 1) % POLLS;
    pipeline.put(records);
    return records;
  }
}

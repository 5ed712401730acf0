package io.tickstream.connect.benchmarks.micro;

import io.tickstream.connect.benchmarks.load.Rows;
import io.tickstream.connect.cassandra.table.Row;
import io.tickstream.connect.cassandra.table.TableRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.sink.SinkRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One record to one row of bytes, as they go over the wire. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BindBenchmark {

  private static final int RECORDS = 1024;
  private static final int SYMBOLS = 50;

  /** Columns of the table. */
  @Param({"4", "12", "50"})
  public int columns;

  /** What the converter made of the record's value. */
  @Param({"struct", "map"})
  public String form = "struct";

  private final List<Row> rows = new ArrayList<>();
  private final SinkRecord[] records = new SinkRecord[RECORDS];
  private TableRoute route;
  private int next;

  /** Makes the records; the binder is compiled with the first of them. */
  @Setup
  public void prepare() {
    SinkFixture fixture = new SinkFixture(new Rows(RECORDS, SYMBOLS, columns), "map".equals(form));
    for (int i = 0; i < RECORDS; i++) {
      records[i] = fixture.record(i);
    }
    route = new TableRoute(fixture.target);
  }

  /** Binds one record. */
  @Benchmark
  public Row bind() {
    SinkRecord record = records[next++ & (RECORDS - 1)];
    rows.clear();
    route.rows(record, record.timestamp() * 1000, rows);
    return rows.get(0);
  }
}

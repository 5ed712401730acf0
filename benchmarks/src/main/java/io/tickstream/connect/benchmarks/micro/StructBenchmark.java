package io.tickstream.connect.benchmarks.micro;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
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

/**
 * The floor: what Connect's own Struct costs to fill and to read, before any plugin does a thing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StructBenchmark {

  /** How many fields the record has. */
  @Param({"4", "12", "50"})
  public int columns;

  private Schema schema;
  private Field[] fields;
  private Double value;
  private Struct filled;

  /** Builds the schema once, as every plugin should. */
  @Setup
  public void prepare() {
    SchemaBuilder builder = SchemaBuilder.struct();
    for (int i = 0; i < columns; i++) {
      builder.field("c" + i, Schema.FLOAT64_SCHEMA);
    }
    schema = builder.build();
    fields = schema.fields().toArray(Field[]::new);
    value = 187.44;
    filled = fill();
  }

  /** Fills a Struct field by field. */
  @Benchmark
  public Struct fill() {
    Struct struct = new Struct(schema);
    for (Field field : fields) {
      struct.put(field, value);
    }
    return struct;
  }

  /** Reads every field of a Struct. */
  @Benchmark
  public int read() {
    int hash = 0;
    for (Field field : fields) {
      hash = 31 * hash + filled.get(field).hashCode();
    }
    return hash;
  }
}

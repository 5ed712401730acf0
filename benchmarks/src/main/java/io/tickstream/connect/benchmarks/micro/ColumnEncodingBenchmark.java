package io.tickstream.connect.benchmarks.micro;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.tickstream.connect.cassandra.codec.CodecSettings;
import io.tickstream.connect.cassandra.codec.Encoder;
import io.tickstream.connect.cassandra.codec.Encoders;
import io.tickstream.connect.cassandra.mapping.Accessor;
import io.tickstream.connect.cassandra.mapping.Accessors;
import io.tickstream.connect.cassandra.mapping.Mapping;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.infra.Blackhole;

/** A four-column record out of Connect and into CQL's bytes, in the forms that records come in. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ColumnEncodingBenchmark {

  /** What the record's value is: a Struct, a Map as of JSON without schema, or JSON text. */
  @Param({"struct", "map", "text"})
  public String form = "struct";

  /** Two, because JSON text is parsed once per instance. */
  private SinkRecord[] records = new SinkRecord[2];

  private int next;
  private Accessor[] accessors;
  private Encoder[] encoders;

  /** Compiles the mapping, as the sink does when it first sees a schema. */
  @Setup
  public void prepare() {
    Instant time = Instant.parse("2024-03-01T15:00:00Z");
    Schema schema = null;
    Object value;
    switch (form) {
      case "struct" -> {
        schema =
            SchemaBuilder.struct()
                .field("symbol", Schema.STRING_SCHEMA)
                .field("time", Timestamp.SCHEMA)
                .field("price", Schema.FLOAT64_SCHEMA)
                .field("volume", Schema.INT64_SCHEMA)
                .build();
        value =
            new Struct(schema)
                .put("symbol", "AAPL")
                .put("time", Date.from(time))
                .put("price", 179.66)
                .put("volume", 73_488_000L);
      }
      case "map" ->
          value =
              Map.of(
                  "symbol",
                  "AAPL",
                  "time",
                  time.toEpochMilli(),
                  "price",
                  179.66,
                  "volume",
                  73_488_000L);
      default -> {
        schema = Schema.STRING_SCHEMA;
        value =
            "{\"symbol\": \"AAPL\", \"time\": \"2024-03-01T15:00:00Z\", \"price\": 179.66,"
                + " \"volume\": 73488000}";
      }
    }
    for (int i = 0; i < records.length; i++) {
      Object own = value instanceof String text ? new String(text.toCharArray()) : value;
      records[i] = new SinkRecord("bars", 0, Schema.STRING_SCHEMA, "AAPL", schema, own, i);
    }
    compile(schema);
  }

  private void compile(@Nullable Schema schema) {
    Mapping mapping =
        Mapping.parse(
            "symbol=value.symbol, time=value.time, price=value.price, volume=value.volume");
    accessors =
        Accessors.compile(mapping, Schema.STRING_SCHEMA, schema, null).toArray(new Accessor[0]);
    List<DataType> types =
        List.of(DataTypes.TEXT, DataTypes.TIMESTAMP, DataTypes.DOUBLE, DataTypes.BIGINT);
    encoders = new Encoder[accessors.length];
    for (int i = 0; i < encoders.length; i++) {
      encoders[i] =
          Encoders.compile(
              types.get(i), accessors[i].schema(), CodecSettings.defaults(), ProtocolVersion.V5);
    }
  }

  /** Reads and encodes all four columns. */
  @Benchmark
  public void encodeRecord(Blackhole sent) {
    next = 1 - next;
    SinkRecord record = records[next];
    for (int i = 0; i < accessors.length; i++) {
      ByteBuffer bytes = encoders[i].encode(accessors[i].read(record, null));
      sent.consume(bytes);
    }
  }
}

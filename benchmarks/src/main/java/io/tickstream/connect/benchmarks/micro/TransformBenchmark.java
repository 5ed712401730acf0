package io.tickstream.connect.benchmarks.micro;

import io.tickstream.connect.transforms.EventTimeLag;
import io.tickstream.connect.transforms.FieldMatches;
import io.tickstream.connect.transforms.InsertTimestamps;
import io.tickstream.connect.transforms.NormalizeSymbol;
import io.tickstream.connect.transforms.ParseDecimal;
import io.tickstream.connect.transforms.SetRecordTimestamp;
import io.tickstream.connect.transforms.TimeBucket;
import io.tickstream.connect.transforms.Validate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Cast;
import org.apache.kafka.connect.transforms.InsertField;
import org.apache.kafka.connect.transforms.TimestampConverter;
import org.apache.kafka.connect.transforms.Transformation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Our transforms and predicates on a trade of eleven fields, beside Kafka's own where it has any
 * for the purpose: of {@code NormalizeSymbol}, {@code Validate}, {@code FieldMatches} and {@code
 * EventTimeLag} it has none.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TransformBenchmark {
  private static final Schema TRADE =
      SchemaBuilder.struct()
          .name("Trade")
          .field("symbol", Schema.STRING_SCHEMA)
          .field("provider", Schema.STRING_SCHEMA)
          .field("event_time", Timestamp.SCHEMA)
          .field("price", Schema.FLOAT64_SCHEMA)
          .field("quantity", Schema.FLOAT64_SCHEMA)
          .field("price_text", Schema.STRING_SCHEMA)
          .field("event_time_text", Schema.STRING_SCHEMA)
          .field("event_time_millis_text", Schema.STRING_SCHEMA)
          .field("side", Schema.OPTIONAL_STRING_SCHEMA)
          .field("buyer_maker", Schema.OPTIONAL_BOOLEAN_SCHEMA)
          .field("event_time_us", Schema.OPTIONAL_INT64_SCHEMA)
          .build();

  private static final String FIVE_RULES =
      "price > 0; quantity > 0; side = 'buy'; buyer_maker is boolean; symbol matches '[A-Z0-9]+'";

  private SourceRecord record;
  private List<Transformation<SourceRecord>> oneInsertField;
  private List<Transformation<SourceRecord>> threeInsertFields;
  private List<Transformation<SourceRecord>> timestampConverter;
  private List<Transformation<SourceRecord>> textConverter;
  private List<Transformation<SourceRecord>> cast;
  private List<Transformation<SourceRecord>> oneStamp;
  private List<Transformation<SourceRecord>> threeStamps;
  private List<Transformation<SourceRecord>> fiveRules;
  private List<Transformation<SourceRecord>> bucket;
  private List<Transformation<SourceRecord>> symbol;
  private List<Transformation<SourceRecord>> decimal;
  private List<Transformation<SourceRecord>> text;
  private FieldMatches<SourceRecord> condition;
  private EventTimeLag<SourceRecord> lag;

  /** Configures every transform as a worker would. */
  @Setup
  public void prepare() {
    record = trade();
    oneInsertField = List.of(insertField("a"));
    threeInsertFields = List.of(insertField("a"), insertField("b"), insertField("c"));
    timestampConverter =
        List.of(
            configured(
                new TimestampConverter.Value<>(),
                Map.of("field", "event_time", "target.type", "Date")));
    textConverter =
        List.of(
            configured(
                new TimestampConverter.Value<>(),
                Map.of(
                    "field", "event_time_millis_text",
                    "format", "yyyy-MM-dd'T'HH:mm:ss.SSSX",
                    "target.type", "Timestamp")));
    cast = List.of(configured(new Cast.Value<>(), Map.of("spec", "price_text:float64")));
    oneStamp = List.of(configured(new InsertTimestamps.Value<>(), Map.of("record.to", "a")));
    threeStamps =
        List.of(
            configured(
                new InsertTimestamps.Value<>(),
                Map.of(
                    "event.field", "event_time",
                    "event.to", "a",
                    "record.to", "b",
                    "processing.to", "c")));
    fiveRules = List.of(configured(new Validate.Value<>(), Map.of("rules", FIVE_RULES)));
    bucket =
        List.of(
            configured(
                new TimeBucket.Value<>(), Map.of("source", "event_time", "bucket.field", "day")));
    symbol = List.of(configured(new NormalizeSymbol.Value<>(), Map.of("field", "symbol")));
    decimal = List.of(configured(new ParseDecimal.Value<>(), Map.of("fields", "price_text")));
    text =
        List.of(configured(new SetRecordTimestamp.Value<>(), Map.of("field", "event_time_text")));
    condition = new FieldMatches.Value<>();
    condition.configure(Map.of("expression", "price > 170 and side = 'buy'"));
    lag = new EventTimeLag.Value<>();
    lag.configure(Map.of("field", "event_time", "older.than.ms", "60000"));
  }

  /** Takes the counters of Validate out of JMX. */
  @TearDown
  public void close() {
    fiveRules.forEach(Transformation::close);
  }

  @Benchmark
  public SourceRecord kafkaInsertFieldOnce() {
    return applied(oneInsertField);
  }

  @Benchmark
  public SourceRecord kafkaInsertFieldThrice() {
    return applied(threeInsertFields);
  }

  @Benchmark
  public SourceRecord kafkaTimestampConverter() {
    return applied(timestampConverter);
  }

  @Benchmark
  public SourceRecord kafkaTimestampConverterFromText() {
    return applied(textConverter);
  }

  @Benchmark
  public SourceRecord kafkaCast() {
    return applied(cast);
  }

  @Benchmark
  public SourceRecord insertTimestampsOne() {
    return applied(oneStamp);
  }

  @Benchmark
  public SourceRecord insertTimestampsThree() {
    return applied(threeStamps);
  }

  @Benchmark
  public SourceRecord validateFiveRules() {
    return applied(fiveRules);
  }

  @Benchmark
  public SourceRecord timeBucket() {
    return applied(bucket);
  }

  @Benchmark
  public SourceRecord normalizeSymbol() {
    return applied(symbol);
  }

  @Benchmark
  public SourceRecord parseDecimal() {
    return applied(decimal);
  }

  @Benchmark
  public SourceRecord setRecordTimestampFromText() {
    return applied(text);
  }

  @Benchmark
  public boolean fieldMatches() {
    return condition.test(record);
  }

  @Benchmark
  public boolean eventTimeLag() {
    return lag.test(record);
  }

  private SourceRecord applied(List<Transformation<SourceRecord>> chain) {
    SourceRecord transformed = record;
    for (Transformation<SourceRecord> transform : chain) {
      transformed = transform.apply(transformed);
    }
    return transformed;
  }

  private static Transformation<SourceRecord> insertField(String name) {
    return configured(new InsertField.Value<>(), Map.of("timestamp.field", name));
  }

  private static Transformation<SourceRecord> configured(
      Transformation<SourceRecord> transform, Map<String, String> options) {
    transform.configure(options);
    return transform;
  }

  private static SourceRecord trade() {
    Instant time = Instant.parse("2025-01-15T09:30:00.123Z");
    Struct trade =
        new Struct(TRADE)
            .put("symbol", "BTCUSDT")
            .put("provider", "simulator")
            .put("event_time", Date.from(time))
            .put("price", 96_000.5)
            .put("quantity", 0.25)
            .put("price_text", "96000.50000000")
            .put("event_time_text", "2025-01-15T09:30:00.123456Z")
            .put("event_time_millis_text", "2025-01-15T09:30:00.123Z")
            .put("side", "buy")
            .put("buyer_maker", true)
            .put("event_time_us", time.toEpochMilli() * 1_000);
    return new SourceRecord(
        Map.of("symbol", "BTCUSDT"),
        Map.of("id", 4711L),
        "trades",
        0,
        Schema.STRING_SCHEMA,
        "BTCUSDT",
        TRADE,
        trade,
        time.toEpochMilli());
  }
}

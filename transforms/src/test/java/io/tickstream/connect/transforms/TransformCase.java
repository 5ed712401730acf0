package io.tickstream.connect.transforms;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;

/** A transform with options that make it do something to {@link Records#trade()}. */
record TransformCase(
    String name,
    Function<Side, RecordTransform<SourceRecord>> create,
    Map<String, String> options,
    Map<String, String> changingNothing) {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2025-01-15T09:30:01.500Z"), ZoneOffset.UTC);

  static Stream<TransformCase> all() {
    return Stream.of(
        new TransformCase(
            "InsertTimestamps",
            side ->
                side == Side.KEY
                    ? new InsertTimestamps.Key<>(CLOCK)
                    : new InsertTimestamps.Value<>(CLOCK),
            Map.of(
                "event.field", "event_time,text_time",
                "event.to", "event_at,meta.text_at",
                "record.to", "recorded_at",
                "processing.to", "processed_at",
                "latency.to", "latency_ms"),
            Map.of("processing.to", "price", "on.conflict", "keep")),
        new TransformCase(
            "TimeBucket",
            side -> side == Side.KEY ? new TimeBucket.Key<>() : new TimeBucket.Value<>(),
            Map.of("source", "event_time,record.timestamp", "bucket.field", "day,meta.record_day"),
            Map.of("source", "event_time", "bucket.field", "price", "on.conflict", "keep")));
  }

  RecordTransform<SourceRecord> configured(Side side) {
    return configured(side, options);
  }

  RecordTransform<SourceRecord> configured(Side side, Map<String, String> chosen) {
    RecordTransform<SourceRecord> transform = create.apply(side);
    transform.configure(new LinkedHashMap<>(chosen));
    return transform;
  }

  @Override
  public String toString() {
    return name;
  }
}

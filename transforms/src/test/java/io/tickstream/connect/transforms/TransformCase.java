package io.tickstream.connect.transforms;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A transform with options that make it do something to {@link Records#trade()}.
 *
 * @param changingNothing options that make it leave the trade as it is
 * @param refusing options that make it refuse the trade
 * @param refusedField the field for which it does
 * @param timestamp the record's, afterwards
 */
record TransformCase(
    String name,
    Function<Side, RecordTransform<SourceRecord>> create,
    Map<String, String> options,
    Map<String, String> changingNothing,
    Map<String, String> refusing,
    String refusedField,
    long timestamp) {

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
            Map.of("processing.to", "price", "on.conflict", "keep"),
            Map.of("event.field", "symbol", "event.to", "event_at"),
            "symbol",
            Records.RECORD_TIME),
        new TransformCase(
            "NormalizeSymbol",
            side -> side == Side.KEY ? new NormalizeSymbol.Key<>() : new NormalizeSymbol.Value<>(),
            Map.of("field", "symbol", "format", "{base}{quote}"),
            Map.of("field", "text_time,nowhere"),
            Map.of("field", "text_time", "on.unknown", "fail"),
            "text_time",
            Records.RECORD_TIME),
        new TransformCase(
            "ParseDecimal",
            side -> side == Side.KEY ? new ParseDecimal.Key<>() : new ParseDecimal.Value<>(),
            Map.of("fields", "price,price_text,meta.seen"),
            Map.of("fields", "nowhere"),
            Map.of("fields", "symbol"),
            "symbol",
            Records.RECORD_TIME),
        new TransformCase(
            "SetRecordTimestamp",
            side ->
                side == Side.KEY
                    ? new SetRecordTimestamp.Key<>()
                    : new SetRecordTimestamp.Value<>(),
            Map.of("field", "event_time"),
            Map.of("field", "nowhere", "on.missing", "skip"),
            Map.of("field", "symbol"),
            "symbol",
            Records.EVENT_TIME),
        new TransformCase(
            "TimeBucket",
            side -> side == Side.KEY ? new TimeBucket.Key<>() : new TimeBucket.Value<>(),
            Map.of("source", "event_time,record.timestamp", "bucket.field", "day,meta.record_day"),
            Map.of("source", "event_time", "bucket.field", "price", "on.conflict", "keep"),
            Map.of("source", "symbol", "bucket.field", "day"),
            "symbol",
            Records.RECORD_TIME),
        new TransformCase(
            "Validate",
            side -> side == Side.KEY ? new Validate.Key<>() : new Validate.Value<>(),
            Map.of("rules", "price < 0; meta.venue = 'XNAS'", "on.violation", "mark"),
            Map.of("rules", "price > 0; number(price_text) > 0"),
            Map.of("rules", "symbol is number"),
            "symbol",
            Records.RECORD_TIME));
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

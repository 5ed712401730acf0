package io.tickstream.connect.transforms.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;

/** The type a moment is written as. What the type cannot hold is cut off towards the past. */
public enum StampType {
  /** Connect's Timestamp, in milliseconds. */
  TIMESTAMP,
  EPOCH_MS,
  EPOCH_US,
  EPOCH_NS,
  /** Text such as 2025-01-15T09:30:00.123456+01:00 with as many digits as the moment has. */
  ISO8601;

  public Schema schema(boolean optional) {
    SchemaBuilder builder =
        switch (this) {
          case TIMESTAMP -> Timestamp.builder();
          case EPOCH_MS, EPOCH_US, EPOCH_NS -> SchemaBuilder.int64();
          case ISO8601 -> SchemaBuilder.string();
        };
    return optional ? builder.optional().build() : builder.build();
  }

  /**
   * The moment as this type.
   *
   * @param zone of ISO 8601 text
   * @throws ArithmeticException if the count does not fit 64 bits
   */
  public Object write(Instant moment, ZoneId zone) {
    return switch (this) {
      case TIMESTAMP -> new Date(moment.toEpochMilli());
      case EPOCH_MS -> moment.toEpochMilli();
      case EPOCH_US -> count(moment, 1_000_000);
      case EPOCH_NS -> count(moment, 1_000_000_000);
      case ISO8601 -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone));
    };
  }

  /** Split so that the earliest moments do not overflow before their fraction is added. */
  private static long count(Instant moment, long perSecond) {
    long fraction = moment.getNano() / (1_000_000_000 / perSecond);
    long seconds = moment.getEpochSecond();
    return seconds >= 0
        ? Math.addExact(Math.multiplyExact(seconds, perSecond), fraction)
        : Math.addExact(Math.multiplyExact(seconds + 1, perSecond), fraction - perSecond);
  }
}

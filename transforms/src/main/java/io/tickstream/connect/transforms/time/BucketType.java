package io.tickstream.connect.transforms.time;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;

/** The type a bucket is written as. */
public enum BucketType {
  /** Connect's Date, which is CQL's date: the first day of the bucket. */
  DATE,
  STRING,
  INT,
  /** Connect's Timestamp: the first moment of the bucket. */
  TIMESTAMP;

  public Schema schema(boolean optional) {
    SchemaBuilder builder =
        switch (this) {
          case DATE -> org.apache.kafka.connect.data.Date.builder();
          case STRING -> SchemaBuilder.string();
          case INT -> SchemaBuilder.int32();
          case TIMESTAMP -> Timestamp.builder();
        };
    return optional ? builder.optional().build() : builder.build();
  }

  /**
   * The bucket that starts at {@code start}.
   *
   * @throws ArithmeticException if its number does not fit 32 bits
   */
  public Object write(ZonedDateTime start, Granularity granularity, DateTimeFormatter text) {
    return switch (this) {
      case DATE -> Date.from(start.toLocalDate().atStartOfDay(ZoneOffset.UTC).toInstant());
      case STRING -> text.format(start);
      case INT -> granularity.number(start);
      case TIMESTAMP -> new Date(start.toInstant().toEpochMilli());
    };
  }
}

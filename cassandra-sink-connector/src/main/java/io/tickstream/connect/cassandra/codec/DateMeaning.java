package io.tickstream.connect.cassandra.codec;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.jspecify.annotations.Nullable;

/** Connect hands timestamps, dates and times of day over as one class; its schema tells which. */
enum DateMeaning {
  TIMESTAMP,
  DATE,
  TIME_OF_DAY,
  /** In a Map, where transforms leave any of them. */
  UNKNOWN;

  static DateMeaning of(@Nullable Schema schema) {
    if (schema == null || schema.name() == null) {
      return UNKNOWN;
    }
    return switch (schema.name()) {
      case org.apache.kafka.connect.data.Date.LOGICAL_NAME -> DATE;
      case Time.LOGICAL_NAME -> TIME_OF_DAY;
      default -> TIMESTAMP;
    };
  }

  /** A date when that is how Connect has one: midnight UTC. */
  static boolean isMidnight(Date value) {
    return value.getTime() % TimeUnit.DAYS.toMillis(1) == 0;
  }

  static long toDays(Date value) {
    return Math.floorDiv(value.getTime(), TimeUnit.DAYS.toMillis(1));
  }

  /** Connect's own representation: milliseconds, or days of a date. */
  long toNumber(Date value) {
    return this == DATE ? toDays(value) : value.getTime();
  }

  static long millis(Date value) {
    return value.getTime();
  }

  /** An Instant, a {@link LocalDate}, or a {@link LocalTime}. */
  Object toTemporal(Date value) {
    return switch (this) {
      case TIMESTAMP, UNKNOWN -> value.toInstant();
      case DATE -> LocalDate.ofEpochDay(toNumber(value));
      case TIME_OF_DAY -> LocalTime.ofNanoOfDay(TimeUnit.MILLISECONDS.toNanos(value.getTime()));
    };
  }
}

package io.tickstream.connect.cassandra.codec;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.concurrent.TimeUnit;

/**
 * What counts as a number: numbers, text that is exactly one, true as 1 and false as 0, and the
 * numbers that Connect itself keeps its dates and times in.
 */
final class NumberInput {
  private final NumberText text;
  private final DateMeaning dates;

  NumberInput(NumberText text, DateMeaning dates) {
    this.text = text;
    this.dates = dates;
  }

  /** Without a box for the types that need none. */
  long toLong(Object value, ScalarEncoder encoder) {
    return ExactNumbers.toLong(value instanceof Number known ? known : toNumber(value, encoder));
  }

  Number toNumber(Object value, ScalarEncoder encoder) {
    if (value instanceof Number number) {
      return number;
    }
    if (value instanceof String string) {
      return text.parse(string);
    }
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    if (value instanceof Date date) {
      return dates.toNumber(date);
    }
    if (value instanceof LocalDate date) {
      return date.toEpochDay();
    }
    if (value instanceof LocalTime time) {
      return TimeUnit.NANOSECONDS.toMillis(time.toNanoOfDay());
    }
    throw encoder.unsupported(value);
  }
}

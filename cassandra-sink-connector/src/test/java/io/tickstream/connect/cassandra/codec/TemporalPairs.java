package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.tickstream.connect.cassandra.codec.Pair.Case;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Points in time, dates and times of day. */
final class TemporalPairs {
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final String UNITS = "`codec.unit` since 1970-01-01T00:00Z";
  private static final String MIDNIGHT = UNITS + ", at midnight in `codec.timeZone`";
  private static final String UNITS_OF_DAY = "`codec.unit` since midnight";

  private TemporalPairs() {}

  static Arbitrary<Instant> instants() {
    return Arbitraries.longs().between(-(1L << 45), 1L << 45).map(Instant::ofEpochMilli);
  }

  static Arbitrary<LocalDate> dates() {
    return Arbitraries.longs().between(-700_000, 2_900_000).map(LocalDate::ofEpochDay);
  }

  static Arbitrary<LocalTime> times() {
    return Arbitraries.longs()
        .between(0, DAY_MILLIS - 1)
        .map(ms -> LocalTime.ofNanoOfDay(ms * 1_000_000));
  }

  static Date date(LocalDate date) {
    return new Date(date.toEpochDay() * DAY_MILLIS);
  }

  static Date time(LocalTime time) {
    return new Date(time.toNanoOfDay() / 1_000_000);
  }

  static List<Pair> all() {
    List<Pair> pairs = new ArrayList<>();
    addTimestamps(pairs);
    addDates(pairs);
    addTimes(pairs);
    return pairs;
  }

  private static void addTimestamps(List<Pair> pairs) {
    DataType type = DataTypes.TIMESTAMP;
    addNumbers(pairs, type, UNITS, true, Instant::ofEpochMilli, 1L << 45);
    pairs.add(
        Pair.of(
            type,
            ConnectType.STRING,
            "in `codec.timestamp`, in ISO's form, or digits: " + UNITS,
            "2022-01-12T14:30:09.000000",
            Arbitraries.oneOf(
                instants().map(i -> new Case(i.toString(), i)),
                instants().map(i -> new Case(i.atOffset(ZoneOffset.ofHours(5)).toString(), i)),
                instants()
                    .map(i -> new Case(i.atZone(ZoneOffset.UTC).toLocalDateTime().toString(), i)),
                instants().map(i -> new Case(Long.toString(i.toEpochMilli()), i)))));
    pairs.add(
        Pair.of(
            type,
            ConnectType.TIMESTAMP,
            "as it is",
            Date.from(Instant.parse("2022-01-12T14:30:09Z")),
            instants().map(i -> new Case(Date.from(i), i))));
    pairs.add(
        Pair.of(
            type,
            ConnectType.DATE,
            "its midnight in `codec.timeZone`",
            date(LocalDate.of(2022, 1, 12)),
            dates().map(d -> new Case(date(d), d.atStartOfDay().toInstant(ZoneOffset.UTC)))));
  }

  private static void addDates(List<Pair> pairs) {
    DataType type = DataTypes.DATE;
    String days = "days since 1970-01-01";
    addSmall(pairs, type, days, LocalDate::ofEpochDay, Integer.MAX_VALUE);
    Arbitrary<LocalDate> dates = dates();
    pairs.add(
        Pair.of(
            type,
            ConnectType.INT64,
            MIDNIGHT,
            1_641_945_600_000L,
            dates.map(d -> new Case(d.toEpochDay() * DAY_MILLIS, d))));
    pairs.add(
        Pair.of(
            type,
            ConnectType.FLOAT32,
            MIDNIGHT,
            0f,
            Arbitraries.just(new Case(0f, LocalDate.EPOCH))));
    pairs.add(
        Pair.of(
            type,
            ConnectType.FLOAT64,
            MIDNIGHT,
            1_641_945_600_000d,
            dates.map(d -> new Case((double) (d.toEpochDay() * DAY_MILLIS), d))));
    pairs.add(
        Pair.of(
            type,
            ConnectType.DECIMAL,
            MIDNIGHT,
            new BigDecimal("1641945600000.00"),
            dates.map(d -> new Case(BigDecimal.valueOf(d.toEpochDay() * DAY_MILLIS), d))));
    pairs.add(
        Pair.of(
            type,
            ConnectType.STRING,
            "in `codec.date`, in ISO's form, or digits: " + MIDNIGHT,
            "2022-01-12",
            dates.map(d -> new Case(DateTimeFormatter.ISO_LOCAL_DATE.format(d), d))));
    pairs.add(
        Pair.of(
            type,
            ConnectType.DATE,
            "as it is",
            date(LocalDate.of(2022, 1, 12)),
            dates.map(d -> new Case(date(d), d))));
    pairs.add(
        Pair.of(
            type,
            ConnectType.TIMESTAMP,
            "at midnight in `codec.timeZone`",
            date(LocalDate.of(2022, 1, 12)),
            dates.map(d -> new Case(date(d), d))));
  }

  private static void addTimes(List<Pair> pairs) {
    DataType type = DataTypes.TIME;
    Function<Long, Object> stored = ms -> LocalTime.ofNanoOfDay(ms * 1_000_000);
    addNumbers(pairs, type, UNITS_OF_DAY, false, stored, DAY_MILLIS - 1);
    pairs.add(
        Pair.of(
            type,
            ConnectType.STRING,
            "in `codec.time`, in ISO's form, or digits: " + UNITS_OF_DAY,
            "14:30:09.5",
            Arbitraries.oneOf(
                times().map(t -> new Case(DateTimeFormatter.ISO_LOCAL_TIME.format(t), t)),
                times().map(t -> new Case(Long.toString(t.toNanoOfDay() / 1_000_000), t)))));
    pairs.add(
        Pair.of(
            type,
            ConnectType.TIME,
            "as it is",
            time(LocalTime.of(14, 30, 9)),
            times().map(t -> new Case(time(t), t))));
  }

  private static void addSmall(
      List<Pair> pairs, DataType type, String rule, Function<Long, Object> stored, long magnitude) {
    add(pairs, type, ConnectType.INT8, rule, Long::byteValue, stored, -128, 127);
    add(pairs, type, ConnectType.INT16, rule, Long::shortValue, stored, -32_768, 32_767);
    add(pairs, type, ConnectType.INT32, rule, Long::intValue, stored, -magnitude, magnitude);
  }

  private static void addNumbers(
      List<Pair> pairs,
      DataType type,
      String rule,
      boolean signed,
      Function<Long, Object> stored,
      long magnitude) {
    long low = signed ? 1 : 0;
    add(pairs, type, ConnectType.INT8, rule, Long::byteValue, stored, -128 * low, 127);
    add(pairs, type, ConnectType.INT16, rule, Long::shortValue, stored, -32_768 * low, 32_767);
    long ints = Math.min(magnitude, Integer.MAX_VALUE);
    add(pairs, type, ConnectType.INT32, rule, Long::intValue, stored, -ints * low, ints);
    add(pairs, type, ConnectType.INT64, rule, n -> n, stored, -magnitude * low, magnitude);
    long floats = Math.min(magnitude, 1L << 24);
    add(pairs, type, ConnectType.FLOAT32, rule, Long::floatValue, stored, -floats * low, floats);
    add(
        pairs,
        type,
        ConnectType.FLOAT64,
        rule,
        Long::doubleValue,
        stored,
        -magnitude * low,
        magnitude);
    add(
        pairs,
        type,
        ConnectType.DECIMAL,
        rule,
        n -> BigDecimal.valueOf(n).setScale(2),
        stored,
        -magnitude * low,
        magnitude);
  }

  private static void add(
      List<Pair> pairs,
      DataType type,
      ConnectType from,
      String rule,
      Function<Long, Object> connect,
      Function<Long, Object> stored,
      long min,
      long max) {
    pairs.add(
        Pair.of(
            type,
            from,
            rule,
            connect.apply(42L),
            Arbitraries.longs()
                .between(min, max)
                .map(n -> new Case(connect.apply(n), stored.apply(n)))));
  }
}

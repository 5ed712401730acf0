package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.tickstream.connect.cassandra.codec.Pair.Case;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Numbers of every width, and booleans. */
final class NumberPairs {
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final String IN_RANGE = "in range";
  private static final String WHOLE = "whole and in range";
  private static final String TRUE_IS_ONE = "true is 1, false is 0";
  private static final String TEXT = "exactly one number in the topic's locale";
  private static final String SAME_DECIMAL = "reads back as the same decimal number";

  private NumberPairs() {}

  static List<Pair> all() {
    List<Pair> pairs = new ArrayList<>();
    addWhole(pairs, DataTypes.TINYINT, Byte.MIN_VALUE, Byte.MAX_VALUE, Long::byteValue);
    addWhole(pairs, DataTypes.SMALLINT, Short.MIN_VALUE, Short.MAX_VALUE, Long::shortValue);
    addWhole(pairs, DataTypes.INT, Integer.MIN_VALUE, Integer.MAX_VALUE, Long::intValue);
    addWhole(pairs, DataTypes.BIGINT, Long.MIN_VALUE, Long.MAX_VALUE, n -> n);
    addWhole(pairs, DataTypes.COUNTER, Long.MIN_VALUE, Long.MAX_VALUE, n -> n);
    addWhole(pairs, DataTypes.VARINT, Long.MIN_VALUE, Long.MAX_VALUE, BigInteger::valueOf);
    addWhole(pairs, DataTypes.DECIMAL, Long.MIN_VALUE, Long.MAX_VALUE, BigDecimal::valueOf, false);
    addWhole(pairs, DataTypes.DOUBLE, -1L << 53, 1L << 53, Long::doubleValue, false);
    addWhole(pairs, DataTypes.FLOAT, -1L << 24, 1L << 24, Long::floatValue, false);
    addFractions(pairs);
    addBooleans(pairs);
    return pairs;
  }

  private static void addWhole(
      List<Pair> pairs, DataType type, long min, long max, Function<Long, Object> stored) {
    addWhole(pairs, type, min, max, stored, true);
    pairs.add(
        whole(type, ConnectType.FLOAT32, WHOLE, min, max, 1L << 24, Long::floatValue, stored));
    pairs.add(
        whole(type, ConnectType.FLOAT64, WHOLE, min, max, 1L << 53, Long::doubleValue, stored));
    pairs.add(
        whole(
            type,
            ConnectType.DECIMAL,
            WHOLE,
            min,
            max,
            Long.MAX_VALUE,
            n -> BigDecimal.valueOf(n).setScale(2),
            stored));
    pairs.add(
        whole(
            type,
            ConnectType.STRING,
            TEXT,
            min,
            max,
            Long.MAX_VALUE,
            n -> Long.toString(n),
            stored));
  }

  private static void addWhole(
      List<Pair> pairs,
      DataType type,
      long min,
      long max,
      Function<Long, Object> stored,
      boolean narrow) {
    String rule = narrow ? IN_RANGE : SAME_DECIMAL;
    pairs.add(
        Pair.of(
            type,
            ConnectType.BOOLEAN,
            TRUE_IS_ONE,
            true,
            Arbitraries.of(true, false).map(b -> new Case(b, stored.apply(b ? 1L : 0L)))));
    pairs.add(
        whole(type, ConnectType.INT8, rule, min, max, Byte.MAX_VALUE, Long::byteValue, stored));
    pairs.add(
        whole(type, ConnectType.INT16, rule, min, max, Short.MAX_VALUE, Long::shortValue, stored));
    pairs.add(
        whole(type, ConnectType.INT32, rule, min, max, Integer.MAX_VALUE, Long::intValue, stored));
    pairs.add(whole(type, ConnectType.INT64, rule, min, max, Long.MAX_VALUE, n -> n, stored));
    pairs.add(
        whole(
            type,
            ConnectType.DATE,
            "days since 1970-01-01",
            min,
            max,
            1_000_000,
            n -> new Date(n * DAY_MILLIS),
            stored));
    pairs.add(
        whole(
            type,
            ConnectType.TIME,
            "milliseconds since midnight",
            Math.max(min, 0),
            max,
            DAY_MILLIS - 1,
            Date::new,
            stored));
    pairs.add(
        whole(
            type,
            ConnectType.TIMESTAMP,
            "milliseconds since 1970-01-01T00:00Z",
            min,
            max,
            1L << 50,
            Date::new,
            stored));
  }

  private static Pair whole(
      DataType type,
      ConnectType from,
      String rule,
      long min,
      long max,
      long magnitude,
      Function<Long, Object> connect,
      Function<Long, Object> stored) {
    long least = Math.max(min, -magnitude);
    long most = Math.min(max, magnitude);
    Arbitrary<Case> cases =
        Arbitraries.longs()
            .between(least, most)
            .map(n -> new Case(connect.apply(n), stored.apply(n)));
    return Pair.of(type, from, rule, connect.apply(42L), cases);
  }

  private static void addFractions(List<Pair> pairs) {
    Arbitrary<Double> doubles = Arbitraries.doubles();
    Arbitrary<Float> floats = Arbitraries.floats();
    Arbitrary<BigDecimal> decimals =
        Arbitraries.bigIntegers().map(n -> new BigDecimal(n, 4)).filter(d -> d.precision() < 40);
    Arbitrary<BigDecimal> ofDouble = digits(15);
    Arbitrary<BigDecimal> ofFloat = digits(6);

    add(
        pairs,
        DataTypes.DECIMAL,
        ConnectType.FLOAT32,
        "the decimal number that Java prints for it",
        0.1f,
        floats.map(f -> new Case(f, new BigDecimal(Float.toString(f)))));
    add(
        pairs,
        DataTypes.DECIMAL,
        ConnectType.FLOAT64,
        "the decimal number that Java prints for it",
        0.1,
        doubles.map(d -> new Case(d, new BigDecimal(Double.toString(d)))));
    add(
        pairs,
        DataTypes.DECIMAL,
        ConnectType.DECIMAL,
        "as it is",
        new BigDecimal("172.50"),
        decimals.map(d -> new Case(d, d)));
    add(
        pairs,
        DataTypes.DECIMAL,
        ConnectType.STRING,
        TEXT,
        "172.50",
        decimals.map(d -> new Case(d.toString(), d)));

    add(
        pairs,
        DataTypes.DOUBLE,
        ConnectType.FLOAT32,
        "as it is",
        0.5f,
        floats.map(f -> new Case(f, (double) f)));
    add(
        pairs,
        DataTypes.DOUBLE,
        ConnectType.FLOAT64,
        "as it is",
        172.5,
        doubles.map(d -> new Case(d, d)));
    add(
        pairs,
        DataTypes.DOUBLE,
        ConnectType.DECIMAL,
        SAME_DECIMAL,
        new BigDecimal("172.50"),
        ofDouble.map(d -> new Case(d, d.doubleValue())));
    add(
        pairs,
        DataTypes.DOUBLE,
        ConnectType.STRING,
        TEXT + ", or NaN, Infinity",
        "172.5",
        doubles.map(d -> new Case(d.toString(), d)));

    add(
        pairs,
        DataTypes.FLOAT,
        ConnectType.FLOAT32,
        "as it is",
        172.5f,
        floats.map(f -> new Case(f, f)));
    add(
        pairs,
        DataTypes.FLOAT,
        ConnectType.FLOAT64,
        SAME_DECIMAL,
        0.1,
        floats.map(f -> new Case(Double.valueOf(f.toString()), f)));
    add(
        pairs,
        DataTypes.FLOAT,
        ConnectType.DECIMAL,
        SAME_DECIMAL,
        new BigDecimal("172.50"),
        ofFloat.map(d -> new Case(d, d.floatValue())));
    add(
        pairs,
        DataTypes.FLOAT,
        ConnectType.STRING,
        TEXT + ", or NaN, Infinity",
        "172.5",
        floats.map(f -> new Case(f.toString(), f)));
  }

  private static Arbitrary<BigDecimal> digits(int count) {
    BigInteger bound = BigInteger.TEN.pow(count).subtract(BigInteger.ONE);
    return Arbitraries.bigIntegers().between(bound.negate(), bound).map(n -> new BigDecimal(n, 3));
  }

  private static void addBooleans(List<Pair> pairs) {
    String bit = "1 is true, 0 is false";
    Arbitrary<Boolean> truths = Arbitraries.of(true, false);
    DataType type = DataTypes.BOOLEAN;
    add(pairs, type, ConnectType.BOOLEAN, "as it is", true, truths.map(b -> new Case(b, b)));
    add(
        pairs,
        type,
        ConnectType.INT8,
        bit,
        (byte) 1,
        truths.map(b -> new Case((byte) (b ? 1 : 0), b)));
    add(
        pairs,
        type,
        ConnectType.INT16,
        bit,
        (short) 1,
        truths.map(b -> new Case((short) (b ? 1 : 0), b)));
    add(pairs, type, ConnectType.INT32, bit, 1, truths.map(b -> new Case(b ? 1 : 0, b)));
    add(pairs, type, ConnectType.INT64, bit, 1L, truths.map(b -> new Case(b ? 1L : 0L, b)));
    add(pairs, type, ConnectType.FLOAT32, bit, 1f, truths.map(b -> new Case(b ? 1f : 0f, b)));
    add(pairs, type, ConnectType.FLOAT64, bit, 1d, truths.map(b -> new Case(b ? 1d : 0d, b)));
    add(
        pairs,
        type,
        ConnectType.DECIMAL,
        bit,
        new BigDecimal("1.00"),
        truths.map(b -> new Case(b ? new BigDecimal("1.00") : new BigDecimal("0.00"), b)));
    add(
        pairs,
        type,
        ConnectType.STRING,
        "true/false, t/f, yes/no, y/n or 1/0, in any case",
        "yes",
        Arbitraries.of(
            new Case("true", true),
            new Case("FALSE", false),
            new Case("T", true),
            new Case("f", false),
            new Case("Yes", true),
            new Case("no", false),
            new Case("y", true),
            new Case("N", false),
            new Case("1", true),
            new Case("0", false)));
  }

  private static void add(
      List<Pair> pairs,
      DataType type,
      ConnectType from,
      String rule,
      Object example,
      Arbitrary<Case> cases) {
    pairs.add(Pair.of(type, from, rule, example, cases));
  }
}

package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.data.CqlDuration;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.uuid.Uuids;
import io.tickstream.connect.cassandra.codec.Pair.Case;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.apache.kafka.connect.data.Struct;

/** Text, bytes, and what is written as text: UUIDs, addresses, durations. */
final class TextPairs {
  private static final String PLAIN = "its plain decimal form";
  private static final String JSON = "as JSON";

  private TextPairs() {}

  static List<Pair> all() {
    List<Pair> pairs = new ArrayList<>();
    addText(pairs, DataTypes.TEXT, Arbitraries.strings().excludeChars('\0'));
    addText(pairs, DataTypes.ASCII, Arbitraries.strings().ascii());
    addBytes(pairs);
    return pairs;
  }

  private static void addText(List<Pair> pairs, DataType type, StringArbitrary strings) {
    String asIs = type.equals(DataTypes.ASCII) ? "ASCII characters only" : "as it is";
    // A lone surrogate is no text: no encoding of it reads back.
    Arbitrary<String> texts = strings.filter(TextPairs::isWellFormed);
    pairs.add(Pair.of(type, ConnectType.STRING, asIs, "NASDAQ", texts.map(s -> new Case(s, s))));
    addForm(pairs, type, ConnectType.BOOLEAN, "true or false", true, Arbitraries.of(true, false));
    addForm(pairs, type, ConnectType.INT8, PLAIN, (byte) 7, Arbitraries.bytes());
    addForm(pairs, type, ConnectType.INT16, PLAIN, (short) 7, Arbitraries.shorts());
    addForm(pairs, type, ConnectType.INT32, PLAIN, 7, Arbitraries.integers());
    addForm(pairs, type, ConnectType.INT64, PLAIN, 7L, Arbitraries.longs());
    addForm(pairs, type, ConnectType.FLOAT32, "as Java writes it", 0.1f, Arbitraries.floats());
    addForm(pairs, type, ConnectType.FLOAT64, "as Java writes it", 0.1, Arbitraries.doubles());
    pairs.add(
        Pair.of(
            type,
            ConnectType.DECIMAL,
            PLAIN,
            new BigDecimal("172.50"),
            Arbitraries.bigDecimals().map(d -> new Case(d, d.toPlainString()))));
    pairs.add(
        Pair.of(
            type,
            ConnectType.BYTES,
            "as Base64",
            bytes(0xca, 0xfe),
            byteArrays(0, 40)
                .map(b -> new Case(ByteBuffer.wrap(b), Base64.getEncoder().encodeToString(b)))));
    pairs.add(
        Pair.of(
            type,
            ConnectType.DATE,
            "in `codec.date`",
            TemporalPairs.date(LocalDate.of(2022, 1, 12)),
            TemporalPairs.dates().map(d -> new Case(TemporalPairs.date(d), d.toString()))));
    pairs.add(
        Pair.of(
            type,
            ConnectType.TIME,
            "in `codec.time`",
            TemporalPairs.time(LocalTime.of(14, 30, 9)),
            TemporalPairs.times()
                .map(
                    t ->
                        new Case(
                            TemporalPairs.time(t), DateTimeFormatter.ISO_LOCAL_TIME.format(t)))));
    pairs.add(
        Pair.of(
            type,
            ConnectType.TIMESTAMP,
            "in `codec.timestamp`, by default ISO's form in UTC",
            Date.from(Instant.parse("2022-01-12T14:30:09Z")),
            TemporalPairs.instants().map(i -> new Case(Date.from(i), i.toString()))));
    pairs.add(
        Pair.of(
            type,
            ConnectType.ARRAY,
            JSON,
            List.of(true),
            Arbitraries.of(true, false)
                .list()
                .map(l -> new Case(l, l.toString().replace(" ", "")))));
    pairs.add(
        Pair.of(
            type,
            ConnectType.MAP,
            JSON,
            Map.of("open", true),
            Arbitraries.of(true, false)
                .map(b -> new Case(Map.of("open", b), "{\"open\":" + b + "}"))));
    pairs.add(
        Pair.of(
            type,
            ConnectType.STRUCT,
            JSON,
            ConnectType.STRUCT.plain,
            Arbitraries.of(true, false)
                .map(
                    b ->
                        new Case(
                            new Struct(ConnectType.STRUCT.schema).put("yes", b).put("no", !b),
                            "{\"yes\":" + b + ",\"no\":" + !b + "}"))));
  }

  private static void addForm(
      List<Pair> pairs,
      DataType type,
      ConnectType from,
      String rule,
      Object example,
      Arbitrary<?> values) {
    pairs.add(Pair.of(type, from, rule, example, values.map(v -> new Case(v, v.toString()))));
  }

  private static void addBytes(List<Pair> pairs) {
    Arbitrary<byte[]> any = byteArrays(0, 100);
    pairs.add(
        Pair.of(
            DataTypes.BLOB,
            ConnectType.BYTES,
            "as they are",
            bytes(0xca, 0xfe),
            any.map(b -> new Case(b, ByteBuffer.wrap(b)))));
    pairs.add(
        Pair.of(
            DataTypes.BLOB,
            ConnectType.STRING,
            "hexadecimal digits after `0x`, else Base64",
            "0xcafe",
            Arbitraries.oneOf(
                any.map(b -> new Case("0x" + HexFormat.of().formatHex(b), ByteBuffer.wrap(b))),
                any.map(b -> new Case(Base64.getEncoder().encodeToString(b), ByteBuffer.wrap(b)))
                    .filter(each -> !each.connectValue().toString().startsWith("0x")))));
    addUuids(pairs, DataTypes.UUID, "any UUID", Arbitraries.create(UUID::randomUUID));
    addUuids(
        pairs,
        DataTypes.TIMEUUID,
        "a UUID of version 1",
        Arbitraries.longs().between(0, 1L << 40).map(ms -> Uuids.startOf(ms)));
    Arbitrary<byte[]> addresses = Arbitraries.oneOf(byteArrays(4, 4), byteArrays(16, 16));
    pairs.add(
        Pair.of(
            DataTypes.INET,
            ConnectType.STRING,
            "an IPv4 or IPv6 address, no name",
            "127.0.0.1",
            addresses.map(TextPairs::address).map(a -> new Case(a.getHostAddress(), a))));
    pairs.add(
        Pair.of(
            DataTypes.INET,
            ConnectType.BYTES,
            "4 or 16 bytes",
            bytes(127, 0, 0, 1),
            addresses.map(b -> new Case(ByteBuffer.wrap(b), address(b)))));
    pairs.add(
        Pair.of(
            DataTypes.DURATION,
            ConnectType.STRING,
            "ISO's form or CQL's",
            "1h30m",
            Combinators.combine(
                    Arbitraries.integers().between(0, 1000),
                    Arbitraries.integers().between(0, 1000),
                    Arbitraries.longs().between(1, 1L << 50))
                .as(CqlDuration::newInstance)
                .map(d -> new Case(d.toString(), d))));
  }

  private static void addUuids(
      List<Pair> pairs, DataType type, String rule, Arbitrary<UUID> uuids) {
    UUID example = Uuids.startOf(0);
    pairs.add(
        Pair.of(
            type,
            ConnectType.STRING,
            rule,
            example.toString(),
            uuids.map(u -> new Case(u.toString(), u))));
    pairs.add(
        Pair.of(
            type,
            ConnectType.BYTES,
            rule + " as 16 bytes",
            bytesOf(example),
            uuids.map(u -> new Case(bytesOf(u), u))));
  }

  private static boolean isWellFormed(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static ByteBuffer bytesOf(UUID uuid) {
    return ByteBuffer.allocate(16)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .flip();
  }

  private static Arbitrary<byte[]> byteArrays(int min, int max) {
    return Arbitraries.bytes().array(byte[].class).ofMinSize(min).ofMaxSize(max);
  }

  private static ByteBuffer bytes(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length);
    for (int value : values) {
      bytes.put((byte) value);
    }
    return bytes.flip();
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}

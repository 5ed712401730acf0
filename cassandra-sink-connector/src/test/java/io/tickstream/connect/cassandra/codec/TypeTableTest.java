package io.tickstream.connect.cassandra.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.type.codec.registry.CodecRegistry;
import com.datastax.oss.protocol.internal.util.Bytes;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reference of types is written from the catalogue, its examples by running them. */
class TypeTableTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "reference", "cassandra-types.md");

  @Test
  void theReferenceOfTypesIsUpToDate() throws Exception {
    String expected = document();
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, expected);
    }
    assertThat(DOCUMENT)
        .as("run mvn test -pl cassandra-sink-connector -am -Ddocs.write=true to write it anew")
        .hasContent(expected);
  }

  private static String document() {
    Map<String, List<Pair>> byType =
        Pairs.all().stream()
            .collect(
                Collectors.groupingBy(
                    pair -> ConversionException.name(pair.cqlType()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<String, List<String>> typesByTable = new LinkedHashMap<>();
    byType.forEach(
        (type, pairs) ->
            typesByTable.computeIfAbsent(table(pairs), table -> new ArrayList<>()).add(type));
    StringBuilder text = new StringBuilder(INTRODUCTION);
    typesByTable.forEach(
        (table, types) ->
            text.append("\n### ")
                .append(String.join(", ", types).replace("<", "\\<"))
                .append("\n\n")
                .append(table));
    return text.toString();
  }

  /** Connect types that are treated alike share a row. */
  private static String table(List<Pair> pairs) {
    Map<String, String> typesByRow = new LinkedHashMap<>();
    pairs.stream()
        .sorted(Comparator.comparing(Pair::connectType))
        .forEach(
            pair -> typesByRow.merge(row(pair), pair.connectType().title, (a, b) -> a + ", " + b));
    StringBuilder text =
        new StringBuilder("| From | How | For example | Stored |\n|---|---|---|---|\n");
    typesByRow.forEach((row, types) -> text.append("| ").append(types).append(row));
    return text.toString();
  }

  private static String row(Pair pair) {
    Object stored = Decoded.of(pair.cqlType(), pair.schema(), pair.example());
    return " | %s | `%s` | `%s` |\n"
        .formatted(
            pair.rule(), show(pair), CodecRegistry.DEFAULT.codecFor(pair.cqlType()).format(stored));
  }

  private static String show(Pair pair) {
    Object example = pair.example();
    if (example instanceof Date date) {
      return DateMeaning.of(pair.schema()).toTemporal(date).toString();
    }
    if (example instanceof ByteBuffer bytes) {
      return Bytes.toHexString(bytes);
    }
    return example.toString();
  }

  private static final String INTRODUCTION =
      """
      # Types: from Kafka Connect to Cassandra

      Which value of a record fits which column, and what is stored. The tables are written by `TypeTableTest` from
      the catalogue of pairs that the tests run with random values, through the driver's own codecs and through a
      real Cassandra; the last column is what the driver read back.

      What holds everywhere:

      - A pair that is not listed is refused. So is a value that the type cannot hold exactly: out of range, a
        fraction for a whole number, a point in time finer than a millisecond. It is a data error that names the
        column, the CQL type and the class of the value, never the value. Nothing is cut or rounded.
      - Binary fractions stand for the decimal number that they print as. FLOAT64 0.1 fits a `float`, because a
        `float` prints as 0.1 too; 0.123456789012 does not.
      - Values without schema (JsonConverter with `schemas.enable=false`) and values inside of JSON text go by their
        Java class: text as STRING, whole numbers as INT64, fractions as FLOAT64 or Decimal, objects as MAP, arrays as
        ARRAY. A Date that a transform left in a Map is a point in time; in a `date` column at midnight in UTC or in
        `codec.timeZone`, in a `time` column on 1970-01-01.
      - Text that is a number must be exactly one, in the way of the topic's `codec.locale`: `1,234.5` in `en_US`,
        `1.234,5` in `de_DE`. Digits take part in groups of three or not at all.
      - Text that is a point in time, a date or a time of day may come in the declared format (`codec.timestamp`,
        `codec.date`, `codec.time`), in ISO's form, with or without a zone, or as a number of `codec.unit`, in any
        mixture. Without a zone it is read in `codec.timeZone`.
      - A Struct that wraps one value is that value: Avro's `io.confluent.connect.avro.Union`, JSON Schema's `OneOf`,
        Protobuf's `oneof` and wrapper messages, generalised unions. Where a single value is wanted, so is any other
        Struct of optional fields of which one is set.
      - `null` stays null. A null inside of a collection is refused, as Cassandra has none there; inside of a tuple
        or a UDT it is stored.
      - A `frozen` type takes what the type takes. Custom types take their bytes.

      ## Pairs
      """;
}

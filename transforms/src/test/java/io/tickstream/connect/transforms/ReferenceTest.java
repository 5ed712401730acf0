package io.tickstream.connect.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** The reference is written from the code: {@code -Ddocs.write=true} writes it anew. */
class ReferenceTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "reference", "transforms.md");

  /** A chapter: what it is about and an example, configured here to prove that it can be. */
  private record Chapter(String name, String overview, ConfigDef def, Map<String, String> example) {
    String text() {
      StringBuilder text = new StringBuilder("\n## " + name + "\n\n" + overview + "\n");
      text.append("\n`io.tickstream.connect.transforms.")
          .append(name)
          .append("$Key` and `$Value`\n");
      text.append("\n```properties\n");
      example.forEach(
          (option, value) -> text.append(option).append('=').append(value).append('\n'));
      text.append("```\n\n| Option | Default | Allowed | What it is |\n|---|---|---|---|\n");
      for (String option : orderedOptions()) {
        text.append(row(def.configKeys().get(option))).append('\n');
      }
      return text.toString();
    }

    /** By group, in the order in which the groups were added. */
    private List<String> orderedOptions() {
      return def.groups().stream()
          .flatMap(
              group ->
                  def.configKeys().values().stream()
                      .filter(key -> group.equals(key.group))
                      .sorted((a, b) -> Integer.compare(a.orderInGroup, b.orderInGroup))
                      .map(key -> key.name))
          .toList();
    }

    private static String row(ConfigDef.ConfigKey key) {
      Object unset = key.hasDefault() ? key.defaultValue : null;
      String shown = unset == null ? "required" : ConfigDef.convertToString(unset, key.type);
      return "| `%s` | %s | %s | %s |"
          .formatted(
              key.name,
              unset == null ? shown : shown.isEmpty() ? "" : "`" + shown + "`",
              key.validator == null
                  ? key.type.toString().toLowerCase(Locale.ROOT)
                  : key.validator.toString().replace("|", "\\|"),
              key.documentation.replace("|", "\\|"));
    }
  }

  private static List<Chapter> chapters() {
    return List.of(
        transform(
            "InsertTimestamps",
            InsertTimestamps.OVERVIEW,
            new InsertTimestamps.Value<>(),
            "event.field",
            "event_time",
            "processing.to",
            "ingested_at",
            "latency.to",
            "latency_ms"),
        transform(
            "TimeBucket",
            TimeBucket.OVERVIEW,
            new TimeBucket.Value<>(),
            "source",
            "event_time",
            "bucket.field",
            "day",
            "granularity",
            "day",
            "output.type",
            "date"),
        transform(
            "NormalizeSymbol",
            NormalizeSymbol.OVERVIEW,
            new NormalizeSymbol.Value<>(),
            "field",
            "symbol",
            "output.field",
            "pair",
            "format",
            "{base}-{quote}",
            "aliases",
            "XBT:BTC"),
        transform(
            "ParseDecimal",
            ParseDecimal.OVERVIEW,
            new ParseDecimal.Value<>(),
            "fields",
            "p,q",
            "scale",
            "8"),
        transform(
            "Validate",
            Validate.OVERVIEW,
            new Validate.Value<>(),
            "rules",
            "price > 0; quantity > 0; e = 'trade'; m is boolean; high >= low; symbol matches"
                + " '[A-Z0-9]+'",
            "on.violation",
            "fail"),
        transform(
            "SetRecordTimestamp",
            SetRecordTimestamp.OVERVIEW,
            new SetRecordTimestamp.Value<>(),
            "field",
            "event_time"),
        predicate(
            "FieldMatches",
            FieldMatches.OVERVIEW,
            new FieldMatches.Value<>(),
            "expression",
            "price > 170 and currency = 'USD'"),
        predicate(
            "EventTimeLag",
            EventTimeLag.OVERVIEW,
            new EventTimeLag.Value<>(),
            "field",
            "event_time",
            "older.than.ms",
            "60000"));
  }

  @Test
  void theReferenceIsUpToDate() throws IOException {
    String expected =
        introduction() + chapters().stream().map(Chapter::text).collect(Collectors.joining());
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(DOCUMENT, expected);
    }
    assertThat(Files.readString(DOCUMENT))
        .as("run mvn test -pl transforms -am -Ddocs.write=true to write it anew")
        .isEqualTo(expected);
  }

  private static Chapter transform(
      String name, String overview, RecordTransform<SourceRecord> transform, String... example) {
    Map<String, String> options = Records.options(example);
    try (transform) {
      transform.configure(options);
    }
    return new Chapter(
        name, overview, transform.config(), prefixed("transforms.x.", name, options));
  }

  private static Chapter predicate(
      String name, String overview, RecordPredicate<SourceRecord> predicate, String... example) {
    Map<String, String> options = Records.options(example);
    predicate.configure(options);
    return new Chapter(
        name, overview, predicate.config(), prefixed("predicates.x.", name, options));
  }

  private static Map<String, String> prefixed(
      String prefix, String name, Map<String, String> options) {
    Map<String, String> prefixed = new LinkedHashMap<>();
    prefixed.put(prefix + "type", "io.tickstream.connect.transforms." + name + "$Value");
    options.forEach((option, value) -> prefixed.put(prefix + option, value));
    return prefixed;
  }

  private static String introduction() throws IOException {
    try (var in = ReferenceTest.class.getResourceAsStream("/reference/transforms.md")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

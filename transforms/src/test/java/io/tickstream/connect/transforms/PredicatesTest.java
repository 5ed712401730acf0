package io.tickstream.connect.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.predicates.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PredicatesTest {
  /** One second after the trade's event time. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochMilli(Records.EVENT_TIME + 1_000), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({"price > 170, true", "currency = 'EUR', false", "meta.venue = 'XNAS', true"})
  void fieldMatchesAsksTheConditionOnEitherSideAndForm(String expression, boolean expected) {
    for (Side side : Side.values()) {
      RecordPredicate<SourceRecord> predicate = matches(side, expression);
      assertThat(predicate.test(Records.structRecord(side))).isEqualTo(expected);
      assertThat(predicate.test(Records.mapRecord(side))).isEqualTo(expected);
    }
  }

  @Test
  void aConditionThatIsUnknownDoesNotMatch() {
    assertThat(matches(Side.VALUE, "nowhere > 0").test(Records.structRecord(Side.VALUE))).isFalse();
    assertThat(matches(Side.VALUE, "nowhere > 0").test(Records.mapRecord(Side.VALUE))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"999, true", "1000, false", "1001, false"})
  void eventTimeLagIsTrueOfEventsOlderThanTheLimit(String limit, boolean expected) {
    for (Side side : Side.values()) {
      RecordPredicate<SourceRecord> predicate =
          lag(side, "field", "event_time", "older.than.ms", limit);
      assertThat(predicate.test(Records.structRecord(side))).isEqualTo(expected);
      assertThat(predicate.test(Records.mapRecord(side))).isEqualTo(expected);
    }
  }

  @Test
  void theLimitMayBeAsLargeAsItGets() {
    assertThat(
            lag(Side.VALUE, "field", "t", "older.than.ms", Long.toString(Long.MAX_VALUE))
                .test(Records.record(Side.VALUE, null, Map.of("t", "0001-01-01"))))
        .isFalse();
    assertThat(
            lag(Side.VALUE, "field", "t", "precision", "s", "older.than.ms", "0")
                .test(Records.record(Side.VALUE, null, Map.of("t", -31_557_014_000_000_000L))))
        .isTrue();
  }

  @Test
  void theRecordsTimestampCanBeTheEvents() {
    assertThat(
            lag(Side.VALUE, "field", "record.timestamp", "older.than.ms", "749")
                .test(Records.record(Side.VALUE, Schema.STRING_SCHEMA, "plain")))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"false, false", "true, true"})
  void whatCannotBeKnownIsAnsweredAsTold(String answer, boolean expected) {
    assertThat(
            lag(Side.VALUE, "field", "x", "older.than.ms", "1", "on.missing", answer)
                .test(Records.structRecord(Side.VALUE)))
        .isEqualTo(expected);
    assertThat(
            lag(Side.VALUE, "field", "symbol", "older.than.ms", "1", "on.invalid", answer)
                .test(Records.structRecord(Side.VALUE)))
        .isEqualTo(expected);
    SourceRecord untimed =
        new SourceRecord(Map.of(), Map.of(), "trades", 0, null, null, null, Map.of("x", 1));
    assertThat(
            lag(Side.VALUE, "field", "record.timestamp", "older.than.ms", "1", "on.missing", answer)
                .test(untimed))
        .isEqualTo(expected);
  }

  @Test
  void whatCannotBeKnownIsRefusedOnRequest() {
    assertThatThrownBy(
            () ->
                lag(Side.VALUE, "field", "x", "older.than.ms", "1", "on.missing", "fail")
                    .test(Records.structRecord(Side.VALUE)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("EventTimeLag$Value, topic trades: field x is missing or null");
    assertThatThrownBy(
            () ->
                lag(Side.VALUE, "field", "symbol", "older.than.ms", "1")
                    .test(Records.structRecord(Side.VALUE)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("field symbol, a String, cannot be read as a time")
        .hasMessageNotContaining("btc/usd");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void tombstonesDoNotMatch(Side side) {
    SourceRecord tombstone = Records.record(side, Records.TRADE, null);
    assertThat(matches(side, "price is null").test(tombstone)).isFalse();
    assertThat(lag(side, "field", "x", "older.than.ms", "0").test(tombstone)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void contentWithoutFieldsIsRefusedByNameAndTopicOnly(Side side) {
    SourceRecord secret =
        Records.record(side, Schema.BYTES_SCHEMA, "hunter2".getBytes(StandardCharsets.UTF_8));
    Stream.of(matches(side, "a > 0"), lag(side, "field", "x", "older.than.ms", "0"))
        .forEach(
            predicate ->
                assertThatThrownBy(() -> predicate.test(secret))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("topic trades: needs a Struct or a schemaless Map")
                    .hasMessageNotContaining("hunter2"));
  }

  @Test
  void anExpressionThatDoesNotParseIsShownWithACaret() {
    assertThatThrownBy(() -> matches(Side.VALUE, "price > "))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("expression")
        .hasMessageContaining("price >\n       ^");
  }

  @Test
  void missingOptionsAreNamed() {
    assertThatThrownBy(() -> lag(Side.VALUE, "field", "x"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("older.than.ms");
    assertThatThrownBy(() -> lag(Side.VALUE, "field", "", "older.than.ms", "1"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("needs a field or record.timestamp");
    assertThatThrownBy(() -> lag(Side.VALUE, "field", "x", "older.than.ms", "-1"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("older.than.ms");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void everyOptionIsDocumentedAndTheVersionIsTheBuilds(Side side) {
    for (RecordPredicate<SourceRecord> predicate :
        Arrays.asList(matches(side, "a > 0"), lag(side, "field", "x", "older.than.ms", "0"))) {
      assertThat(predicate.config().configKeys().values())
          .isNotEmpty()
          .allSatisfy(key -> assertThat(key.documentation).endsWith("."));
      assertThat(predicate.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    }
  }

  @Test
  @SuppressWarnings("rawtypes") // as Connect itself asks
  void theServiceManifestListsEveryPredicate() {
    assertThat(
            ServiceLoader.load(Predicate.class).stream()
                .map(provider -> provider.type().getName())
                .filter(name -> name.startsWith("io.tickstream.")))
        .containsExactlyInAnyOrder(
            EventTimeLag.Key.class.getName(),
            EventTimeLag.Value.class.getName(),
            FieldMatches.Key.class.getName(),
            FieldMatches.Value.class.getName());
  }

  private static RecordPredicate<SourceRecord> matches(Side side, String expression) {
    RecordPredicate<SourceRecord> predicate =
        side == Side.KEY ? new FieldMatches.Key<>() : new FieldMatches.Value<>();
    predicate.configure(Map.of("expression", expression));
    return predicate;
  }

  private static RecordPredicate<SourceRecord> lag(Side side, String... options) {
    RecordPredicate<SourceRecord> predicate =
        side == Side.KEY ? new EventTimeLag.Key<>(CLOCK) : new EventTimeLag.Value<>(CLOCK);
    predicate.configure(Records.options(options));
    return predicate;
  }
}

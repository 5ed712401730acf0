package io.tickstream.connect.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateTest {
  /** The checks that a consumer of Binance's trades makes before its INSERT. */
  private static final String TRADE_RULES =
      """
      e = 'trade';
      E is integer; E > 0; T is integer; T > 0;
      t is integer; t > 0; a is integer; a > 0; b is integer; b > 0;
      number(p) > 0; number(q) > 0;
      m is boolean; M is boolean;
      s matches '[A-Z0-9]+'
      """;

  private static final Map<String, Object> TRADE =
      Map.ofEntries(
          Map.entry("e", "trade"),
          Map.entry("E", 1_763_650_000_123L),
          Map.entry("s", "BTCUSDT"),
          Map.entry("t", 12_345L),
          Map.entry("p", "0.00100000"),
          Map.entry("q", "100"),
          Map.entry("b", 88L),
          Map.entry("a", 50L),
          Map.entry("T", 1_763_650_000_120L),
          Map.entry("m", true),
          Map.entry("M", true));

  @Test
  void aGoodTradePassesAsTheSameInstance() {
    SourceRecord record = Records.record(Side.VALUE, null, TRADE);
    assertThat(transformed(record, "rules", TRADE_RULES)).isSameAs(record);
  }

  @ParameterizedTest
  @CsvSource({
    "e, quote, e = 'trade', e is string",
    "p, -1, number(p) > 0, p is string",
    "p, abc, number(p) > 0, p is string",
    "E, 0, E is integer, E is string",
    "m, yes, m is boolean, m is string",
    "s, btc-usdt, s matches '[A-Z0-9]+', s is string",
  })
  void aBrokenRuleIsNamedWithKindsAndNoContent(
      String field, String value, String rule, String kinds) {
    Map<String, Object> trade = new java.util.HashMap<>(TRADE);
    trade.put(field, value);
    assertThatThrownBy(
            () -> transformed(Records.record(Side.VALUE, null, trade), "rules", TRADE_RULES))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            "Validate$Value, topic trades: rule \"" + rule + "\" does not hold (" + kinds + ")");
  }

  @Test
  void everyBrokenRuleIsNamed() {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("high", 1, "low", 2));
    assertThatThrownBy(() -> transformed(record, "rules", "high >= low; price > 0; low > 0"))
        .hasMessage(
            "Validate$Value, topic trades: rule \"high >= low\" does not hold (high is number, low"
                + " is number); rule \"price > 0\" does not hold (price is null)");
  }

  @Test
  void aFieldThatTheSchemaLacksIsNamedAsSuch() {
    assertThatThrownBy(() -> transformed(Records.structRecord(Side.VALUE), "rules", "prise > 0"))
        .hasMessageContaining("rule \"prise > 0\" does not hold (prise is not in the schema)");
  }

  @Test
  void aBrokenRuleDropsTheRecordOnRequest() {
    assertThat(
            transformed(
                Records.structRecord(Side.VALUE), "rules", "price < 0", "on.violation", "drop"))
        .isNull();
  }

  @Test
  void brokenRulesAreMarkedInAHeaderOnRequest() {
    SourceRecord record = Records.structRecord(Side.VALUE);
    SourceRecord out =
        transformed(
            record,
            "rules",
            "price < 0; quantity > 0; symbol = 'X'",
            "on.violation",
            "mark",
            "header",
            "broken");
    assertThat(out).isNotNull();
    assertThat(out.headers().lastWithName("broken").value()).isEqualTo("price < 0; symbol = 'X'");
    assertThat(out.value()).isSameAs(record.value());
    assertThat(record.headers()).isEmpty();
  }

  @Test
  void recordsViolationsAndDropsAreCountedInJmxUntilClosed() throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName name = new ObjectName("tickstream.transforms:type=Validate,name=\"check \\* all\"");
    Validate.Value<SourceRecord> transform = new Validate.Value<>();
    transform.configure(
        Map.of(
            "rules", "price > 0; quantity > 1",
            "on.violation", "drop",
            "metrics.name", "check * all"));
    transform.apply(Records.structRecord(Side.VALUE));
    transform.apply(Records.record(Side.VALUE, null, Map.of("price", 1, "quantity", 2)));

    ValidationMXBean bean = JMX.newMXBeanProxy(server, name, ValidationMXBean.class);
    assertThat(bean.getRecords()).isEqualTo(2);
    assertThat(bean.getViolations()).isEqualTo(1);
    assertThat(bean.getDropped()).isEqualTo(1);
    assertThat(bean.getViolationsByRule()).isEqualTo(Map.of("price > 0", 0L, "quantity > 1", 1L));
    transform.close();
    assertThat(server.isRegistered(name)).isFalse();
  }

  @Test
  void theTaskIsReadFromTheWorkersLoggingContext() {
    assertThat(ValidationCounts.objectName("[my sink|task-2] ", "Validate$Value"))
        .isEqualTo(
            "tickstream.transforms:type=Validate,connector=\"my sink\",task=2,"
                + "name=Validate$Value");
    assertThat(ValidationCounts.objectName(null, "n"))
        .isEqualTo("tickstream.transforms:type=Validate,name=n");
  }

  @Test
  void twoOfOneNameAreCountedApart() throws Exception {
    ObjectName pattern = new ObjectName("tickstream.transforms:name=twins,*");
    Map<String, String> options = Map.of("rules", "price > 0", "metrics.name", "twins");
    Validate.Value<SourceRecord> first = new Validate.Value<>();
    Validate.Key<SourceRecord> second = new Validate.Key<>();
    first.configure(options);
    second.configure(options);
    assertThat(registered(pattern)).hasSize(2);
    first.close();
    second.close();
    assertThat(registered(pattern)).isEmpty();
  }

  @Test
  void configuringAgainLeavesNothingRegisteredBehind() throws Exception {
    ObjectName pattern = new ObjectName("tickstream.transforms:name=again,*");
    Map<String, String> options = Map.of("rules", "price > 0", "metrics.name", "again");
    Validate.Value<SourceRecord> transform = new Validate.Value<>();
    transform.configure(options);
    transform.configure(options);
    assertThat(registered(pattern)).hasSize(1);
    transform.close();
    assertThat(registered(pattern)).isEmpty();
  }

  @Test
  void aRuleThatDoesNotParseIsShownWithACaret() {
    assertThatThrownBy(() -> ValidateConfig.DEF.parse(Map.of("rules", "price > 0; e == 'trade'")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("rules")
        .hasMessageEndingWith(
            """
            '==' is written '=' here
            price > 0; e == 'trade'
                         ^""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "on.violation=drop|rules|which has no default value",
        "rules=|rules|expected a field, a number",
        "rules=a > 0;on.violation=ignore|on.violation|expected one of fail, drop, mark",
        "rules=a > 0;header=|header|expected the name of a header",
      })
  void aWrongOptionIsNamed(String options, String option, String problem) {
    assertThatThrownBy(() -> new Validate.Value<SourceRecord>().configure(Records.parsed(options)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(option)
        .hasMessageContaining(problem);
  }

  private static Set<ObjectName> registered(ObjectName pattern) {
    return ManagementFactory.getPlatformMBeanServer().queryNames(pattern, null);
  }

  private static SourceRecord transformed(SourceRecord record, String... options) {
    return Records.applied(new Validate.Value<>(), Records.options(options), record);
  }
}

package io.tickstream.connect.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizeSymbolTest {

  @Test
  void theFieldIsChangedInPlaceAndKeepsItsSchema() {
    SourceRecord record = Records.structRecord(Side.VALUE);
    SourceRecord out = transformed(record, "field", "symbol");
    assertThat(((Struct) out.value()).get("symbol")).isEqualTo("BTC-USD");
    assertThat(out.valueSchema()).isSameAs(record.valueSchema());
  }

  @Test
  void aSymbolAlreadySpelledSoPassesAsTheSameInstance() {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("s", "BTC-USD"));
    assertThat(transformed(record, "field", "s")).isSameAs(record);
  }

  @Test
  void theRawSymbolIsKeptBesideTheSpelling() {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("s", "XBTUSD"));
    assertThat(transformed(record, "field", "s", "output.field", "pair").value())
        .isEqualTo(Map.of("s", "XBTUSD", "pair", "BTC-USD"));
  }

  @Test
  void aKeyThatIsTheSymbolIsSpelledAsAWhole() {
    SourceRecord record = Records.record(Side.KEY, Schema.STRING_SCHEMA, "btcusdt");
    SourceRecord out = Records.applied(new NormalizeSymbol.Key<>(), Records.options(), record);
    assertThat(out).isNotNull();
    assertThat(out.key()).isEqualTo("BTC-USDT");
    assertThat(out.keySchema()).isSameAs(Schema.STRING_SCHEMA);
    assertThat(out.value()).isSameAs(record.value());
  }

  @Test
  void anUnknownSymbolIsKept() {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("s", "aapl"));
    assertThat(transformed(record, "field", "s")).isSameAs(record);
    assertThat(transformed(record, "field", "s", "output.field", "pair").value())
        .isEqualTo(Map.of("s", "aapl", "pair", "aapl"));
  }

  @Test
  void anUnknownSymbolIsRefusedOnRequestWithoutBeingQuoted() {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("s", "aapl"));
    assertThatThrownBy(() -> transformed(record, "field", "s", "on.unknown", "fail"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "NormalizeSymbol$Value, topic trades: field s is neither a pair nor an alias; extend"
                + " quote.assets or aliases, or set on.unknown=keep");
  }

  @Test
  void aSymbolThatIsNoTextIsAFault() {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("s", 7L));
    assertThatThrownBy(() -> transformed(record, "field", "s"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("field s, a Long, is no text");
  }

  @Test
  void aMissingSymbolIsLeftSkippedOrRefused() {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("x", 1));
    assertThat(transformed(record, "field", "s")).isSameAs(record);
    assertThat(transformed(record, "field", "s", "on.missing", "skip")).isSameAs(record);
    assertThatThrownBy(() -> transformed(record, "field", "s", "on.missing", "fail"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("field s is missing or null");
    SourceRecord flat = Records.record(Side.VALUE, null, Map.of("s", "XBTUSD"));
    assertThat(transformed(flat, "field", "s,meta.s").value()).isEqualTo(Map.of("s", "BTC-USD"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format=BTC|format|expected text with {base} and {quote}",
        "aliases=XBT|aliases|expected OTHER:NAME",
        "field=a,b;output.field=c|output.field|needs one name for each of the 2",
        "output.field=c|output.field|needs field",
        "field=a,a|field|collides with a of field",
        "on.unknown=drop|on.unknown|expected one of keep, fail",
        "case=title|case|expected one of upper, lower, keep",
      })
  void aWrongOptionIsNamed(String options, String option, String problem) {
    assertThatThrownBy(
            () -> new NormalizeSymbol.Value<SourceRecord>().configure(Records.parsed(options)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(option)
        .hasMessageContaining(problem);
  }

  private static SourceRecord transformed(SourceRecord record, String... options) {
    return Records.applied(new NormalizeSymbol.Value<>(), Records.options(options), record);
  }
}

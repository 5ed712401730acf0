package io.tickstream.connect.cassandra.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.tickstream.connect.cassandra.codec.CodecSettings;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import io.tickstream.connect.cassandra.settings.TableSettings;
import io.tickstream.connect.cassandra.table.TableLayout.Column;
import io.tickstream.connect.cassandra.table.TableLayout.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstantCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "now(); uuid",
        "now(); text",
        "offset(); bigint",
        "partition(); int",
        "timestamp(); timestamp",
        "'NASDAQ'; text",
        "value.currency | 'USD'; text",
        "topic(); text",
        "value.price; uuid"
      })
  void whatFitsOrOnlyRecordsCanTellIsNoProblem(String source, String type) {
    assertThat(problems(source, type)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "now(); bigint; now()",
        "offset(); uuid; offset()",
        "timestamp(); boolean; timestamp()",
        "'NASDAQ'; double; a literal",
        "value.price | 'none'; double; its default"
      })
  void whatNeverFitsIsToldWithColumnAndType(String source, String type, String named) {
    assertThat(problems(source, type))
        .singleElement()
        .asString()
        .startsWith("column c of market.trades is " + type + ", and " + named + " never fits: ");
  }

  @Test
  void columnsThatAreNotThereAreNoConcernOfIts() {
    assertThat(problems("'x'", "none")).isEmpty();
  }

  private static List<String> problems(String source, String type) {
    Map<String, DataType> types =
        Map.of(
            "uuid", DataTypes.UUID,
            "text", DataTypes.TEXT,
            "bigint", DataTypes.BIGINT,
            "int", DataTypes.INT,
            "timestamp", DataTypes.TIMESTAMP,
            "boolean", DataTypes.BOOLEAN,
            "double", DataTypes.DOUBLE);
    TableSettings settings =
        SinkSettings.of(
                Map.of(
                    "topics", "trades", "topic.trades.market.trades.mapping", "k=key, c=" + source))
            .topics()
            .get("trades")
            .tables()
            .get(0);
    List<Column> columns =
        types.containsKey(type)
            ? List.of(new Column(CqlIdentifier.fromInternal("c"), types.get(type), Kind.REGULAR))
            : List.of();
    TableLayout layout =
        new TableLayout(
            CqlIdentifier.fromInternal("market"), CqlIdentifier.fromInternal("trades"), columns);
    return ConstantCheck.problems(settings, layout, CodecSettings.defaults(), ProtocolVersion.V5);
  }
}

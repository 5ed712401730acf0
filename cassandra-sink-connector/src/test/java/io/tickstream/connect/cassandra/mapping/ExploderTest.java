package io.tickstream.connect.cassandra.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickstream.connect.cassandra.codec.ConversionException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class ExploderTest {
  private static final Schema QUOTE =
      SchemaBuilder.struct().field("ticker", Schema.STRING_SCHEMA).build();
  private static final Schema ENVELOPE =
      SchemaBuilder.struct().field("data", SchemaBuilder.array(QUOTE).build()).build();

  @Test
  void eachElementOfTheArrayComesOutWithItsSchema() {
    List<Struct> quotes =
        List.of(new Struct(QUOTE).put("ticker", "AAPL"), new Struct(QUOTE).put("ticker", "TSLA"));
    Exploder.Elements elements = Exploder.parse("value.data").compile(null, ENVELOPE);
    assertThat(elements.of(record(ENVELOPE, new Struct(ENVELOPE).put("data", quotes))))
        .isEqualTo(quotes);
    assertThat(elements.schema()).isEqualTo(QUOTE);
  }

  @Test
  void anElementIsReadUnderItsName() {
    SinkRecord record = record(null, Map.of("data", List.of(Map.of("ticker", "TSLA"))));
    Object element = explode("value.data", record).get(0);
    Accessor ticker =
        Accessors.compile(
            Mapping.parse("s=element.ticker").columns().get(0).source(), null, null, null);
    assertThat(ticker.read(record, element)).isEqualTo("TSLA");
  }

  @Test
  void anArrayThatIsNullMissingOrEmptyHasNoElements() {
    assertThat(explode("value.data", record(null, Map.of()))).isEmpty();
    assertThat(explode("value.data", record(null, Map.of("data", List.of())))).isEmpty();
    assertThat(explode("value.data", record(null, null))).isEmpty();
  }

  @Test
  void aWholeValueAndJsonTextCanBeTheArray() {
    assertThat(explode("value", record(null, Arrays.asList(1, null))))
        .isEqualTo(Arrays.asList(1, null));
    assertThat(explode("value", record(Schema.STRING_SCHEMA, "[1, 2]"))).hasSize(2);
    assertThat(explode("value.data", record(Schema.STRING_SCHEMA, "{\"data\": [1]}"))).hasSize(1);
  }

  @Test
  void somethingElseThanAnArrayIsRefused() {
    assertThatThrownBy(() -> explode("value.data", record(null, Map.of("data", 5))))
        .isInstanceOf(ConversionException.class)
        .hasMessage("value.data is a java.lang.Integer instead of an array");
  }

  @Test
  void elementsCannotBeExploded() {
    assertThatThrownBy(() -> Exploder.parse("element.data"))
        .isInstanceOf(MappingSyntaxException.class)
        .hasMessage(
            """
            the array is in value, key or header; element is what comes out of it
            element.data
            ^""");
  }

  private static List<?> explode(String path, SinkRecord record) {
    return Exploder.parse(path).compile(null, record.valueSchema()).of(record);
  }

  private static SinkRecord record(Schema schema, Object value) {
    return new SinkRecord("t", 0, null, null, schema, value, 0);
  }
}

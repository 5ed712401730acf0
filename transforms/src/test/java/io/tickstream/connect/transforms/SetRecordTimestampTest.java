package io.tickstream.connect.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetRecordTimestampTest {

  @Test
  void theEventsTimeBecomesTheRecords() {
    SourceRecord record =
        Records.record(Side.VALUE, null, Map.of("meta", Map.of("ts", 1_763_650_000_123_456L)));
    SourceRecord out = transformed(record, "field", "meta.ts");
    assertThat(out.timestamp()).isEqualTo(1_763_650_000_123L);
    assertThat(out.value()).isSameAs(record.value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "1969-12-31", "-000001-01-01T00:00:00Z"})
  void aTimeThatKafkaCannotHoldIsRefusedOrSkipped(String time) {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("t", time));
    assertThatThrownBy(() -> transformed(record, "field", "t"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("SetRecordTimestamp$Value, topic trades: field t, a String,")
        .hasMessageNotContaining(time);
    assertThat(transformed(record, "field", "t", "on.invalid", "skip")).isSameAs(record);
  }

  @Test
  void aTimeBeyondSixtyFourBitsIsRefused() {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("t", 31_556_889_000_000_000L));
    assertThatThrownBy(() -> transformed(record, "field", "t", "precision", "s"))
        .isInstanceOf(DataException.class);
  }

  @Test
  void aMissingTimeIsRefusedByDefault() {
    assertThatThrownBy(() -> transformed(Records.structRecord(Side.VALUE), "field", "x"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("field x is missing or null");
  }

  @Test
  void theFieldIsRequired() {
    assertThatThrownBy(() -> transformed(Records.structRecord(Side.VALUE), "field", ""))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("needs a field");
  }

  private static SourceRecord transformed(SourceRecord record, String... options) {
    return Records.applied(new SetRecordTimestamp.Value<>(), Records.options(options), record);
  }
}

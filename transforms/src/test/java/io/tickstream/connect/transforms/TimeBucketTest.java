package io.tickstream.connect.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeBucketTest {
  private static final Date DAY = new Date(1_736_899_200_000L); // 2025-01-15T00:00Z

  @Test
  void aDayIsADateByDefault() {
    Struct out =
        (Struct)
            transformed(
                    Records.structRecord(Side.VALUE), "source", "event_time", "bucket.field", "day")
                .value();
    assertThat(out.get("day")).isEqualTo(DAY);
    assertThat(out.schema().field("day").schema())
        .isEqualTo(org.apache.kafka.connect.data.Date.SCHEMA);
  }

  @Test
  void aYearIsAnInt() {
    Struct out =
        (Struct)
            transformed(
                    Records.structRecord(Side.VALUE),
                    "source",
                    "event_time",
                    "bucket.field",
                    "year",
                    "granularity",
                    "year",
                    "output.type",
                    "int")
                .value();
    assertThat(out.get("year")).isEqualTo(2025);
    assertThat(out.schema().field("year").schema()).isEqualTo(Schema.INT32_SCHEMA);
  }

  @ParameterizedTest
  @CsvSource({
    "hour, string, 2025-01-15T09",
    "week, string, 2025-W03",
    "month, int, 202501",
    "PT15M, int, 1929926",
  })
  void otherPeriodsAndTypes(String granularity, String type, String expected) {
    assertThat(
            fromMap("2025-01-15T09:30:00Z", "granularity", granularity, "output.type", type)
                .get("b"))
        .hasToString(expected);
  }

  @Test
  void aTimestampIsTheFirstMomentOfTheBucket() {
    assertThat(
            fromMap(
                "2025-01-15T02:00:00Z", "output.type", "timestamp", "timezone", "America/New_York"))
        .containsEntry("b", new Date(1_736_830_800_000L)); // 2025-01-14T05:00Z
  }

  @Test
  void theDateIsThatOfTheZone() {
    assertThat(fromMap("2025-01-15T02:00:00Z", "timezone", "America/New_York"))
        .containsEntry("b", new Date(DAY.getTime() - 86_400_000L));
  }

  @Test
  void aPatternMakesTheText() {
    assertThat(fromMap("2025-01-15T02:00:00Z", "output.type", "string", "format", "yyyy/MM/dd"))
        .containsEntry("b", "2025/01/15");
  }

  @Test
  void theRecordsTimestampIsASourceToo() {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("x", 1));
    assertThat(transformed(record, "source", "record.timestamp", "bucket.field", "day").value())
        .isEqualTo(Map.of("x", 1, "day", DAY));
  }

  @Test
  void theFieldOfTheBucketIsCalledDayUnlessNamed() {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("T", "2025-01-15"));
    assertThat(Records.fields(transformed(record, "source", "T"))).containsOnlyKeys("T", "day");
  }

  @Test
  void aMissingSourceIsAFaultByDefault() {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("x", 1));
    assertThatThrownBy(() -> transformed(record, "source", "T", "bucket.field", "day"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("TimeBucket$Value, topic trades: field T is missing or null");
    assertThat(transformed(record, "source", "T", "bucket.field", "d", "on.missing", "skip"))
        .isSameAs(record);
    assertThat(
            Records.fields(
                transformed(record, "source", "T", "bucket.field", "d", "on.missing", "null")))
        .containsEntry("d", null);
  }

  @Test
  void anUnreadableSourceIsAFaultWithoutItsContent() {
    assertThatThrownBy(() -> fromMap("hunter2"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("field T, a String, cannot be read as a time")
        .hasMessageNotContaining("hunter2");
    assertThat(fromMap("soon", "on.invalid", "null")).containsEntry("b", null);
  }

  @Test
  void aTimeTooFarAwayForAnIntIsAFault() {
    assertThatThrownBy(() -> fromMap("3000-01-01", "granularity", "PT1S", "output.type", "int"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("too far away for output.type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source=a,b|bucket.field|needs one name for each of the 2 sources",
        "bucket.field=a|source|which has no default value",
        "source=a,b;bucket.field=c|bucket.field|needs one name for each of the 2 sources",
        "source=a;bucket.field=b;granularity=hour|output.type|cannot tell the buckets of hour",
        "source=a;bucket.field=b;granularity=PT1H|output.type|cannot tell the buckets of PT1H",
        "source=a;bucket.field=b;granularity=fortnight|granularity|expected minute, hour, day",
        "source=a;bucket.field=b;granularity=|granularity|expected minute, hour, day",
        "source=a;bucket.field=b;format=yyyy|format|needs output.type=string",
        "source=a,b;bucket.field=c,c|bucket.field|collides with c of bucket.field",
        "source=a;bucket.field=b;on.missing=maybe|on.missing|expected one of null, skip, fail",
      })
  void aWrongOptionIsNamed(String options, String option, String problem) {
    Map<String, String> map = Records.parsed(options);
    assertThatThrownBy(() -> new TimeBucket.Value<SourceRecord>().configure(map))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(option)
        .hasMessageContaining(problem);
  }

  private static Map<String, @Nullable Object> fromMap(String time, String... options) {
    String[] all = new String[options.length + 4];
    System.arraycopy(new String[] {"source", "T", "bucket.field", "b"}, 0, all, 0, 4);
    System.arraycopy(options, 0, all, 4, options.length);
    return Records.fields(transformed(Records.record(Side.VALUE, null, Map.of("T", time)), all));
  }

  private static SourceRecord transformed(SourceRecord record, String... options) {
    return Records.applied(new TimeBucket.Value<>(), Records.options(options), record);
  }
}

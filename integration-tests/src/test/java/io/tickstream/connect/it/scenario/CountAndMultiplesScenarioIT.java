package io.tickstream.connect.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CountAndMultiplesScenarioIT {

  private static final Map<String, Object> LATEST_ONLY =
      Map.of("auto.register.schemas", "false", "use.latest.version", "true");

  private static DeployedScenario scenario;

  @BeforeAll
  static void start() {
    scenario = DeployedScenario.start("count-and-multiples");
  }

  @AfterAll
  static void stop() {
    scenario.close();
  }

  @Test
  void avroNumbersAndRawTextReachTheirTables() throws Exception {
    List<Long> squares =
        Files.readAllLines(scenario.file("records/multiples.txt")).stream()
            .map(Long::valueOf)
            .toList();

    awaitRows(
        () ->
            assertThat(
                    scenario
                        .session()
                        .execute("SELECT multiple FROM koarch.multiples")
                        .map(row -> row.getLong(0))
                        .all())
                .containsExactlyInAnyOrderElementsOf(squares));
    awaitRows(() -> assertThat(counts()).contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
  }

  @Test
  void aUnionOfSeveralBranchesBecomesItsValue() {
    awaitRows(
        () ->
            assertThat(
                    scenario
                        .session()
                        .execute("SELECT name, age FROM koarch.users")
                        .map(row -> row.getString(0) + " " + row.getObject(1))
                        .all())
                .containsExactlyInAnyOrder("Ada 36", "Grace 85", "Alan null"));
  }

  @Test
  void aRecordThatIsNotAvroIsADeadLetterAndTheRestGoesOn() {
    scenario.topic("count").send("neither is this");
    scenario.topic("count").sendAvro(count(1001), Map.of());

    awaitRows(() -> assertThat(counts()).contains(1001));
    assertThat(scenario.topic("dlq.count").awaitRecords(2))
        .anySatisfy(
            letter -> {
              assertThat(Topic.text(letter)).isEqualTo("neither is this");
              assertThat(Topic.reason(letter)).isNotBlank();
            });
  }

  @Test
  void aRecordThatBreaksItsSchemaIsRefusedAtTheProducer() {
    Topic topic = scenario.topic("count");
    int before = topic.records().size();
    GenericRecord wrong = new GenericData.Record(schema());
    wrong.put("count", "seven");

    assertThatThrownBy(() -> topic.sendAvro(wrong, Map.of()))
        .isInstanceOf(SerializationException.class);
    assertThat(topic.records()).hasSize(before);
  }

  @Test
  void withoutAutomaticRegistrationOnlyARegisteredSchemaIsUsed() {
    assertThatThrownBy(() -> scenario.topic("count.unregistered").sendAvro(count(1), LATEST_ONLY))
        .isInstanceOf(SerializationException.class);

    scenario.topic("count").sendAvro(count(1002), LATEST_ONLY);
    awaitRows(() -> assertThat(counts()).contains(1002));
  }

  @Test
  void aSchemaThatGrowsWhileTheSinkRunsNeedsNoRestart() {
    Schema grown =
        new Schema.Parser()
            .parse(
                schema()
                    .toString()
                    .replace(
                        "]}]}",
                        "]},{\"name\":\"note\",\"type\":[\"null\",\"string\"],\"default\":null}]}"));
    GenericRecord record = new GenericData.Record(grown);
    record.put("count", 2001);
    record.put("note", "grown");
    scenario.topic("count").sendAvro(record, Map.of());
    scenario.topic("count").sendAvro(count(2002), Map.of());

    awaitRows(() -> assertThat(counts()).contains(2001, 2002));
    assertThat(
            scenario
                .session()
                .execute("SELECT note FROM koarch.count WHERE count = 2001")
                .one()
                .getString(0))
        .isEqualTo("grown");
    assertThat(scenario.connect().status("count-sink").isRunning()).isTrue();
  }

  private static void awaitRows(ThrowingRunnable check) {
    Awaitility.await().atMost(DeployedScenario.LIMIT).untilAsserted(check);
  }

  private static List<Integer> counts() {
    return scenario
        .session()
        .execute("SELECT count FROM koarch.count")
        .map(row -> row.getInt(0))
        .all();
  }

  private static GenericRecord count(int value) {
    GenericRecord record = new GenericData.Record(schema());
    record.put("count", value);
    return record;
  }

  private static Schema schema() {
    try {
      return new Schema.Parser().parse(Files.readString(scenario.file("records/count.avsc")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.tickstream.connect.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SensorsScenarioIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUBJECT = "/subjects/sensors-value";

  private static DeployedScenario scenario;

  private record Measurement(String sensor, LocalDate day, Instant time, double value) {}

  @BeforeAll
  static void start() {
    scenario = DeployedScenario.start("sensors");
  }

  @AfterAll
  static void stop() {
    scenario.close();
  }

  @Test
  void everySchemalessMessageIsARowOfItsSensorAndDay() throws IOException {
    List<Measurement> sent = new ArrayList<>();
    for (String line : Files.readAllLines(scenario.file("records/sensors.jsonl"))) {
      JsonNode message = JSON.readTree(line);
      BigDecimal seconds = new BigDecimal(message.get("timestamp").asText());
      Instant time = Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
      sent.add(
          new Measurement(
              message.get("sensorID").asText(),
              LocalDate.ofInstant(time, ZoneOffset.UTC),
              time,
              message.get("value").asDouble()));
    }

    Awaitility.await()
        .atMost(DeployedScenario.LIMIT)
        .untilAsserted(() -> assertThat(rows()).containsAll(sent));
  }

  @Test
  void aMessageWithoutItsTimeIsADeadLetterAndTheNextOneIsWritten() {
    Topic sensors = scenario.topic("sensors");
    sensors.send("{\"sensorID\": \"late\", \"value\": 1.0}");
    sensors.send("{\"sensorID\": \"late\", \"value\": 2.0, \"timestamp\": 1697049999.25}");

    Measurement next =
        new Measurement(
            "late", LocalDate.of(2023, 10, 11), Instant.ofEpochMilli(1_697_049_999_250L), 2.0);
    Awaitility.await().atMost(DeployedScenario.LIMIT).until(() -> rows().contains(next));
    assertThat(scenario.topic("dlq.sensors").awaitRecords(1))
        .anySatisfy(
            letter -> {
              assertThat(Topic.text(letter)).contains("late");
              assertThat(Topic.reason(letter)).contains("timestamp");
            });
  }

  @Test
  void aMessageThatIsNoJsonIsADeadLetterAsItCame() {
    scenario.topic("sensors").send("no {json");

    Awaitility.await()
        .atMost(DeployedScenario.LIMIT)
        .untilAsserted(
            () ->
                assertThat(scenario.topic("dlq.sensors").awaitRecords(1))
                    .anySatisfy(
                        letter -> {
                          assertThat(Topic.text(letter)).isEqualTo("no {json");
                          assertThat(Topic.reason(letter)).isNotBlank();
                        }));
    assertThat(scenario.connect().status("sensors-sink").isRunning()).isTrue();
  }

  @Test
  void theRegistryRegistersListsFetchesChecksAndDeletesASchema() {
    Registry registry = new Registry(scenario.stack());
    String schema = measurement("double");

    int id =
        registry.post(SUBJECT + "/versions", Map.of("schema", schema)).body().get("id").asInt();
    assertThat(registry.get("/subjects").body())
        .extracting(JsonNode::asText)
        .contains("sensors-value");
    assertThat(registry.get("/schemas/ids/" + id).body().get("schema").asText())
        .contains("Measurement");
    assertThat(registry.get(SUBJECT + "/versions/latest").body().get("id").asInt()).isEqualTo(id);
    assertThat(
            registry
                .put("/config/sensors-value", Map.of("compatibility", "FULL"))
                .body()
                .get("compatibility")
                .asText())
        .isEqualTo("FULL");
    assertThat(
            registry.post(SUBJECT + "/versions", Map.of("schema", measurement("string"))).status())
        .isEqualTo(409);
    assertThat(registry.delete(SUBJECT).status()).isEqualTo(200);
    assertThat(registry.get("/subjects").body())
        .extracting(JsonNode::asText)
        .doesNotContain("sensors-value");
  }

  private static String measurement(String type) {
    return "{\"type\":\"record\",\"name\":\"Measurement\",\"fields\":[{\"name\":\"sensorID\","
        + "\"type\":\"string\"},{\"name\":\"value\",\"type\":\""
        + type
        + "\"}]}";
  }

  private static List<Measurement> rows() {
    return scenario
        .session()
        .execute("SELECT sensor_id, day, measured_at, value FROM sensors.measurements")
        .map(
            row ->
                new Measurement(
                    row.getString(0), row.getLocalDate(1), row.getInstant(2), row.getDouble(3)))
        .all();
  }
}

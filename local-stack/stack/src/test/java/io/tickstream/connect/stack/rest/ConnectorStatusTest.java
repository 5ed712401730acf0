package io.tickstream.connect.stack.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ConnectorStatusTest {
  @Test
  void runsWhenConnectorAndTasksRun() throws JsonProcessingException {
    ConnectorStatus status = status("RUNNING", task(0, "RUNNING"), task(1, "RUNNING"));
    assertThat(status.isRunning()).isTrue();
    assertThat(status.summary()).isEqualTo("RUNNING");
    assertThat(status.failure()).isEmpty();
  }

  @Test
  void doesNotRunWithoutTasks() throws JsonProcessingException {
    ConnectorStatus status = status("RUNNING");
    assertThat(status.isRunning()).isFalse();
    assertThat(status.summary()).isEqualTo("NO TASKS");
  }

  @Test
  void hasFailedWhenOneTaskHas() throws JsonProcessingException {
    ConnectorStatus status =
        status(
            "RUNNING",
            task(0, "RUNNING"),
            "{\"id\": 1, \"state\": \"FAILED\", \"worker_id\": \"w\", \"trace\": \"why\"}");
    assertThat(status.isFailed()).isTrue();
    assertThat(status.summary()).isEqualTo("FAILED");
    assertThat(status.failure()).contains("why");
  }

  @Test
  void showsTheStateOfThePartThatDoesNotRun() throws JsonProcessingException {
    assertThat(status("RUNNING", task(0, "UNASSIGNED")).summary()).isEqualTo("UNASSIGNED");
  }

  private static String task(int id, String state) {
    return "{\"id\": %d, \"state\": \"%s\", \"worker_id\": \"w\"}".formatted(id, state);
  }

  private static ConnectorStatus status(String state, String... tasks)
      throws JsonProcessingException {
    String json =
        "{\"name\": \"c\", \"connector\": {\"state\": \"%s\", \"worker_id\": \"w\"}, \"tasks\": [%s]}"
            .formatted(state, String.join(",", tasks));
    return ConnectorStatus.of(new ObjectMapper().readTree(json));
  }
}

package io.tickstream.connect.stack.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The state of a connector and its tasks.
 *
 * @param state RUNNING, PAUSED, STOPPED, FAILED, UNASSIGNED, RESTARTING or, of one just created,
 *     ABSENT
 * @param trace why it FAILED, else empty
 */
public record ConnectorStatus(
    String name, String state, String worker, String trace, List<Task> tasks) {
  public static final String RUNNING = "RUNNING";
  public static final String FAILED = "FAILED";
  public static final String ABSENT = "ABSENT";

  /** The state of one task. */
  public record Task(int id, String state, String worker, String trace) {}

  static ConnectorStatus absent(String name) {
    return new ConnectorStatus(name, ABSENT, "", "", List.of());
  }

  static ConnectorStatus of(JsonNode json) {
    List<Task> tasks = new ArrayList<>();
    for (JsonNode task : json.path("tasks")) {
      tasks.add(new Task(task.path("id").asInt(), state(task), worker(task), trace(task)));
    }
    JsonNode connector = json.path("connector");
    return new ConnectorStatus(
        json.path("name").asText(),
        state(connector),
        worker(connector),
        trace(connector),
        List.copyOf(tasks));
  }

  /** Whether the connector runs, has at least one task, and all of them run. */
  public boolean isRunning() {
    return state.equals(RUNNING)
        && !tasks.isEmpty()
        && tasks.stream().allMatch(task -> task.state().equals(RUNNING));
  }

  /** Whether the connector or one of its tasks has failed. */
  public boolean isFailed() {
    return state.equals(FAILED) || tasks.stream().anyMatch(task -> task.state().equals(FAILED));
  }

  /** RUNNING if all of it runs, else the state of the part that does not. */
  public String summary() {
    if (isFailed()) {
      return FAILED;
    }
    return Stream.concat(Stream.of(state), tasks.stream().map(Task::state))
        .filter(part -> !part.equals(RUNNING))
        .findFirst()
        .orElse(tasks.isEmpty() ? "NO TASKS" : RUNNING);
  }

  /** The first trace of what failed. */
  public Optional<String> failure() {
    return Stream.concat(Stream.of(trace), tasks.stream().map(Task::trace))
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static String state(JsonNode json) {
    return json.path("state").asText();
  }

  private static String worker(JsonNode json) {
    return json.path("worker_id").asText();
  }

  private static String trace(JsonNode json) {
    return json.path("trace").asText("");
  }
}

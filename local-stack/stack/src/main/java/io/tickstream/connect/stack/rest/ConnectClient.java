package io.tickstream.connect.stack.rest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A blocking client of one worker's REST API. While the group of workers rebalances it asks again,
 * for up to a minute. Errors are {@link ConnectRestException}s. Safe for use by several threads.
 */
public final class ConnectClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NOT_FOUND = 404;
  private static final long POLL_MS = 100;

  private final URI base;
  private final Transport transport;

  /**
   * @param base for instance {@code http://127.0.0.1:8083}
   */
  public ConnectClient(URI base) {
    this.base = base;
    this.transport = new Transport(base);
  }

  public URI base() {
    return base;
  }

  /** The names of all connectors, sorted. */
  public List<String> connectors() {
    List<String> names = new ArrayList<>();
    transport.get("/connectors").forEach(name -> names.add(name.asText()));
    names.sort(null);
    return names;
  }

  /** Creates or changes a connector. */
  public void putConfig(String name, Map<String, String> config) {
    transport.send("PUT", connector(name) + "/config", JSON.valueToTree(config));
  }

  /** The configuration as it was put; empty if there is no such connector. */
  public Map<String, String> config(String name) {
    try {
      return JSON.convertValue(
          transport.get(connector(name) + "/config"), new TypeReference<Map<String, String>>() {});
    } catch (ConnectRestException e) {
      if (e.status() == NOT_FOUND) {
        return Map.of();
      }
      throw e;
    }
  }

  public ConnectorStatus status(String name) {
    try {
      return ConnectorStatus.of(transport.get(connector(name) + "/status"));
    } catch (ConnectRestException e) {
      if (e.status() == NOT_FOUND) {
        return ConnectorStatus.absent(name);
      }
      throw e;
    }
  }

  /** All errors that validation finds, in the order of the options. */
  public List<ConfigProblem> validate(String name, Map<String, String> config) {
    String connectorClass =
        Objects.requireNonNull(config.get("connector.class"), "connector.class");
    Map<String, String> named = new TreeMap<>(config);
    named.putIfAbsent("name", name);
    JsonNode answer =
        transport.send(
            "PUT",
            "/connector-plugins/" + Transport.segment(connectorClass) + "/config/validate",
            JSON.valueToTree(named));
    List<ConfigProblem> problems = new ArrayList<>();
    for (JsonNode option : answer.path("configs")) {
      JsonNode value = option.path("value");
      value
          .path("errors")
          .forEach(
              error ->
                  problems.add(new ConfigProblem(value.path("name").asText(), error.asText())));
    }
    return problems;
  }

  /** Starts the connector and all its tasks anew. */
  public void restart(String name) {
    transport.send("POST", connector(name) + "/restart?includeTasks=true&onlyFailed=false", null);
  }

  /** Starts anew what has failed. */
  public void restartFailed(String name) {
    transport.send("POST", connector(name) + "/restart?includeTasks=true&onlyFailed=true", null);
  }

  public void restartTask(String name, int task) {
    transport.send("POST", connector(name) + "/tasks/" + task + "/restart", null);
  }

  public void pause(String name) {
    transport.send("PUT", connector(name) + "/pause", null);
  }

  /** Ends the tasks and keeps the connector, as needed to change its offsets. */
  public void stop(String name) {
    transport.send("PUT", connector(name) + "/stop", null);
  }

  public void resume(String name) {
    transport.send("PUT", connector(name) + "/resume", null);
  }

  public void delete(String name) {
    transport.send("DELETE", connector(name), null);
  }

  /** The offsets as Connect shows them: {@code {"offsets":[{"partition":{…},"offset":{…}}]}}. */
  public JsonNode offsets(String name) {
    return transport.get(connector(name) + "/offsets");
  }

  /** Changes offsets of a stopped connector; takes what {@link #offsets} returns. */
  public JsonNode alterOffsets(String name, JsonNode offsets) {
    return transport.send("PATCH", connector(name) + "/offsets", offsets);
  }

  /** Forgets all offsets of a stopped connector. */
  public JsonNode resetOffsets(String name) {
    return transport.send("DELETE", connector(name) + "/offsets", null);
  }

  /**
   * The classes of the plugins that the worker found: connectors only, or transforms, converters
   * and predicates too.
   */
  public List<String> plugins(boolean connectorsOnly) {
    List<String> classes = new ArrayList<>();
    transport
        .get("/connector-plugins?connectorsOnly=" + connectorsOnly)
        .forEach(plugin -> classes.add(plugin.path("class").asText()));
    return classes;
  }

  /**
   * Waits until the connector and all its tasks run; throws with the trace once a part of it has
   * failed.
   */
  public ConnectorStatus awaitRunning(String name, Duration limit) {
    ConnectorStatus status =
        await(name, limit, "run", current -> current.isRunning() || current.isFailed());
    if (status.isFailed()) {
      throw new IllegalStateException(name + " failed: " + status.failure().orElse("no trace"));
    }
    return status;
  }

  /** Waits until the connector or one of its tasks has failed. */
  public ConnectorStatus awaitFailed(String name, Duration limit) {
    return await(name, limit, "fail", ConnectorStatus::isFailed);
  }

  /** Waits until the status is as wanted; {@code what} completes "did not … in time". */
  public ConnectorStatus await(
      String name, Duration limit, String what, Predicate<ConnectorStatus> wanted) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      ConnectorStatus status = status(name);
      if (wanted.test(status)) {
        return status;
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "%s did not %s in %s: %s".formatted(name, what, limit, status));
      }
      Transport.pause(POLL_MS);
    }
  }

  private static String connector(String name) {
    return "/connectors/" + Transport.segment(name);
  }
}

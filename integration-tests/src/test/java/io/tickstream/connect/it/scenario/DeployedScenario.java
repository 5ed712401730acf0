package io.tickstream.connect.it.scenario;

import com.datastax.oss.driver.api.core.CqlSession;
import io.tickstream.connect.stack.CqlScript;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.SharedStack;
import io.tickstream.connect.stack.deploy.ConnectorFile;
import io.tickstream.connect.stack.rest.ConnectClient;
import io.tickstream.connect.stack.scenario.RecordFiles;
import io.tickstream.connect.stack.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A scenario on the shared stack: its tables created, its connectors running, its records sent. */
final class DeployedScenario implements AutoCloseable {

  static final Path ALL = Path.of("../config/scenarios").toAbsolutePath().normalize();
  static final Duration LIMIT = Duration.ofMinutes(2);

  private final LocalStack stack = SharedStack.get();
  private final CqlSession session = stack.openSession();
  private final Scenario scenario;
  private final List<ConnectorFile> connectors;

  private DeployedScenario(String name) {
    this.scenario = Scenario.named(ALL, name);
    this.connectors = scenario.connectors();
  }

  static DeployedScenario start(String name) {
    return start(name, Map.of());
  }

  /**
   * @param environment variables that this scenario's worker would have beyond the stack's
   */
  static DeployedScenario start(String name, Map<String, String> environment) {
    DeployedScenario scenario = new DeployedScenario(name);
    scenario.deploy(environment);
    return scenario;
  }

  private void deploy(Map<String, String> environment) {
    scenario.tables().ifPresent(folder -> CqlScript.run(session, folder));
    for (ConnectorFile connector : connectors) {
      Map<String, String> config = new LinkedHashMap<>();
      connector.config().forEach((key, value) -> config.put(key, resolved(value, environment)));
      connect().putConfig(connector.name(), config);
    }
    connectors.forEach(connector -> connect().awaitRunning(connector.name(), LIMIT));
    scenario
        .records()
        .ifPresent(
            folder ->
                new RecordFiles(folder, stack.bootstrapServers(), stack.registryUrl()).send());
  }

  private static String resolved(String value, Map<String, String> environment) {
    String text = value;
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      text = text.replace("${env:" + variable.getKey() + "}", variable.getValue());
    }
    return text;
  }

  Path file(String name) {
    return scenario.folder().resolve(name);
  }

  LocalStack stack() {
    return stack;
  }

  ConnectClient connect() {
    return stack.connect();
  }

  CqlSession session() {
    return session;
  }

  Topic topic(String name) {
    return new Topic(stack, name);
  }

  @Override
  public void close() {
    connectors.forEach(connector -> connect().delete(connector.name()));
    session.close();
  }
}

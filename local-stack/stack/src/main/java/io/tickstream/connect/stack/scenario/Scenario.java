package io.tickstream.connect.stack.scenario;

import io.tickstream.connect.stack.deploy.ConnectorFile;
import io.tickstream.connect.stack.deploy.DeploymentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with {@code connectors/*.json}, {@code cql/*.cql}, {@code data/} for replays, {@code
 * records/} for a producer and {@code http/} for an API; all but the first may be missing.
 */
public record Scenario(Path folder) {

  /** The scenario of that name below the folder of all scenarios. */
  public static Scenario named(Path scenarios, String name) {
    Path folder = scenarios.resolve(name).normalize();
    if (!folder.startsWith(scenarios) || !Files.isDirectory(folder.resolve("connectors"))) {
      throw new DeploymentException(
          "there is no scenario \"%s\"; there are: %s".formatted(name, names(scenarios)));
    }
    return new Scenario(folder);
  }

  public List<ConnectorFile> connectors() {
    return ConnectorFile.readAll(folder.resolve("connectors"));
  }

  /** CQL files that create the tables. */
  public Optional<Path> tables() {
    return existing("cql");
  }

  /** Files that sources replay, {@code ${env:TICKSTREAM_DATA_DIR}} of their configurations. */
  public Optional<Path> data() {
    return existing("data");
  }

  /** Records of an ordinary producer, see {@link RecordFiles}. */
  public Optional<Path> records() {
    return existing("records");
  }

  /** Answers of an API, see {@link AnswerServer}. */
  public Optional<Path> answers() {
    return existing("http");
  }

  private Optional<Path> existing(String name) {
    return Optional.of(folder.resolve(name)).filter(Files::isDirectory);
  }

  private static String names(Path scenarios) {
    if (!Files.isDirectory(scenarios)) {
      return "none";
    }
    try (Stream<Path> folders = Files.list(scenarios)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .collect(Collectors.joining(", "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.tickstream.connect.stack.quickstart;

import io.tickstream.connect.stack.Installation;
import io.tickstream.connect.stack.deploy.ConnectorFile;
import io.tickstream.connect.stack.deploy.DeploymentException;
import io.tickstream.connect.stack.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the files under config/ say is to be done.
 *
 * @param tables CQL files
 * @param data files to replay, unless it is the default folder
 * @param records files to send
 * @param answers files to serve
 */
record Plan(
    Selection selection,
    Optional<Path> tables,
    Optional<Path> data,
    Optional<Path> records,
    Optional<Path> answers) {

  static Plan of(Options options, Installation installation) {
    requireFolder(options.keep());
    Path config = installation.root().resolve("config");
    if (options.scenario() != null) {
      return of(options, scenario(config.resolve("scenarios"), options.scenario()));
    }
    Optional<Path> tables = Optional.of(config.resolve("cql"));
    if (!options.connectors()) {
      return new Plan(
          Selection.all(List.of()), tables, Optional.empty(), Optional.empty(), Optional.empty());
    }
    List<ConnectorFile> connectors = ConnectorFile.readAll(config.resolve("connectors"));
    Selection selection =
        options.only().isEmpty()
            ? Selection.byDefault(connectors)
            : Selection.named(connectors, options.only());
    return new Plan(selection, tables, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Before anything is started.
   *
   * @param ours the environment variables that the worker gets besides this program's
   * @throws DeploymentException if a connector refers to one that is not there
   */
  void requireEnvironment(Set<String> ours) {
    Set<String> known = new HashSet<>(System.getenv().keySet());
    known.addAll(ours);
    for (ConnectorFile connector : selection.connectors()) {
      Set<String> missing = new TreeSet<>(connector.environmentVariables());
      missing.removeAll(known);
      if (!missing.isEmpty()) {
        throw new DeploymentException(
            "%s needs the environment variable %s"
                .formatted(connector.name(), String.join(", ", missing)));
      }
    }
  }

  private static void requireFolder(@Nullable Path keep) {
    if (keep != null && Files.exists(keep) && !Files.isDirectory(keep)) {
      throw new UsageException(
          "--keep is \"%s\", which is a file; allowed: a folder".formatted(keep));
    }
  }

  private static Scenario scenario(Path scenarios, String name) {
    try {
      return Scenario.named(scenarios, name);
    } catch (DeploymentException e) {
      throw new UsageException(e);
    }
  }

  private static Plan of(Options options, Scenario scenario) {
    List<ConnectorFile> connectors = scenario.connectors();
    Selection selection =
        options.only().isEmpty()
            ? Selection.all(connectors)
            : Selection.named(connectors, options.only());
    return new Plan(
        selection, scenario.tables(), scenario.data(), scenario.records(), scenario.answers());
  }
}

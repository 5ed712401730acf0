package io.tickstream.connect.stack.quickstart;

import io.tickstream.connect.stack.Installation;
import io.tickstream.connect.stack.deploy.ConnectorFile;
import io.tickstream.connect.stack.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
    Path config = installation.root().resolve("config");
    if (options.scenario() != null) {
      return of(options, Scenario.named(config.resolve("scenarios"), options.scenario()));
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

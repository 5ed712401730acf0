package io.tickstream.connect.stack.quickstart;

import io.tickstream.connect.stack.Installation;
import io.tickstream.connect.stack.deploy.ConnectorFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the files under config/ say is to be done.
 *
 * @param tables the folder of CQL files
 */
record Plan(Selection selection, Path tables, Optional<Path> dataFolder) {

  static Plan of(Options options, Installation installation) {
    Path config = installation.root().resolve("config");
    if (!options.connectors()) {
      return new Plan(Selection.all(List.of()), config.resolve("cql"), Optional.empty());
    }
    if (options.scenario() != null) {
      Path folder = scenario(config.resolve("scenarios"), options.scenario());
      List<ConnectorFile> connectors = ConnectorFile.readAll(folder.resolve("connectors"));
      Selection selection =
          options.only().isEmpty()
              ? Selection.all(connectors)
              : Selection.named(connectors, options.only());
      Path data = folder.resolve("data");
      return new Plan(
          selection,
          folder.resolve("cql"),
          Files.isDirectory(data) ? Optional.of(data) : Optional.empty());
    }
    List<ConnectorFile> connectors = ConnectorFile.readAll(config.resolve("connectors"));
    Selection selection =
        options.only().isEmpty()
            ? Selection.byDefault(connectors)
            : Selection.named(connectors, options.only());
    return new Plan(selection, config.resolve("cql"), Optional.empty());
  }

  private static Path scenario(Path scenarios, String name) {
    Path folder = scenarios.resolve(name);
    if (!folder.normalize().startsWith(scenarios)
        || !Files.isDirectory(folder.resolve("connectors"))) {
      throw new UsageException(
          "--scenario is \"%s\"; there are: %s".formatted(name, names(scenarios)));
    }
    return folder;
  }

  private static String names(Path scenarios) {
    if (!Files.isDirectory(scenarios)) {
      return "none";
    }
    try (Stream<Path> folders = Files.list(scenarios)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .collect(Collectors.joining(", "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

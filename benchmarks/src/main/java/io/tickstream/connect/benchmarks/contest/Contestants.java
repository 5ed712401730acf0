package io.tickstream.connect.benchmarks.contest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tickstream.connect.benchmarks.contest.Contestant.Leaves;
import io.tickstream.connect.stack.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes contestants from their names and from {@code --contestant name:plugin-folder:config.json}.
 */
final class Contestants {

  static final String OURS = "tickstream";
  static final String NOTHING = "nothing";
  static final String PREBUILT = "prebuilt";
  static final String PRODUCER = "producer";
  static final String SINGLE = "driver-single";

  private static final Pattern BATCHES =
      Pattern.compile("driver-(\\d+)(-prepared)?(-beside-nothing)?");
  private static final Pattern PREBUILT_SEVERAL = Pattern.compile("prebuilt-([1-9]\\d{0,5})");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> CONFIG = new TypeReference<>() {};

  private final Path root;
  private final Map<String, String> ourSettings;

  Contestants(Map<String, String> ourSettings) {
    this.root = Installation.find().root();
    this.ourSettings = ourSettings;
  }

  /** A sink or client by its name. */
  Contestant sink(String name) throws IOException {
    Matcher batches = BATCHES.matcher(name);
    if (name.equals(OURS)) {
      return ours(plugin("cassandra-sink"), "tickstream-sink", Leaves.ROWS);
    } else if (name.equals(NOTHING)) {
      return nothing(NOTHING, Map.of());
    } else if (name.equals(SINGLE)) {
      return new Contestant.Driver(SINGLE, 1, false);
    } else if (batches.matches()) {
      Contestant.Driver driver =
          new Contestant.Driver(name, Integer.parseInt(batches.group(1)), batches.group(2) != null);
      return batches.group(3) == null
          ? driver
          : new Contestant.Beside(driver, nothing(name, Map.of()));
    }
    throw unknown(
        name,
        "tickstream, nothing, driver-single, driver-<rows per batch>,"
            + " driver-<rows per batch>-prepared, and both of them with -beside-nothing");
  }

  /** A source or client by its name. */
  Contestant source(String name) throws IOException {
    return switch (name) {
      case OURS ->
          ours(
              plugin("market-source"),
              "tickstream-source",
              ourSettings.isEmpty() ? Leaves.SIMULATED_TRADES : Leaves.RECORDS);
      case PREBUILT -> prebuilt(name, "1");
      case PRODUCER -> new Contestant.Producer(PRODUCER);
      default -> {
        Matcher several = PREBUILT_SEVERAL.matcher(name);
        if (!several.matches()) {
          throw unknown(name, "tickstream, prebuilt, prebuilt-<symbols>, producer");
        }
        yield prebuilt(name, several.group(1));
      }
    };
  }

  private Contestant prebuilt(String name, String symbols) throws IOException {
    Map<String, String> config = new TreeMap<>(builtIn("prebuilt-source"));
    config.put("symbols", symbols);
    return new Contestant.Connector(
        name, List.of(benchmarkPlugins()), config, Leaves.PREBUILT_TRADES);
  }

  /** The connector that does nothing, perhaps behind transforms. */
  Contestant.Connector nothing(String name, Map<String, String> more) throws IOException {
    Map<String, String> config = new TreeMap<>(builtIn("nothing-sink"));
    config.putAll(more);
    return new Contestant.Connector(
        name, List.of(benchmarkPlugins(), plugin("transforms")), config, Leaves.NOTHING);
  }

  /** Our source and sink on the same workers; the configurations come from the caller. */
  Contestant.Connector pipeline() throws IOException {
    return new Contestant.Connector(
        "pipeline",
        List.of(plugin("market-source"), plugin("cassandra-sink")),
        Map.of(),
        Leaves.NOTHING);
  }

  /**
   * A connector from {@code name:plugin-folder:config.json}. Relative paths are those of the folder
   * that the benchmark was called in or, where there is nothing, of the project's.
   */
  static Contestant guest(String description, Leaves leaves) throws IOException {
    String[] parts = description.split(":", -1);
    if (parts.length != 3
        || !Files.isDirectory(found(parts[1]))
        || !Files.isRegularFile(found(parts[2]))) {
      throw new IllegalArgumentException(
          "--contestant is %s, allowed is name:plugin-folder:config.json with folder and file that exist"
              .formatted(description));
    }
    return new Contestant.Connector(
        parts[0], List.of(found(parts[1])), config(found(parts[2])), leaves);
  }

  /** A connector's configuration as its file has it. */
  static Map<String, String> config(Path file) throws IOException {
    return JSON.readValue(file.toFile(), CONFIG);
  }

  private static Path found(String path) {
    Path here = Path.of(path).toAbsolutePath();
    return Files.exists(here) ? here : Installation.find().root().resolve(path);
  }

  private Contestant ours(Path folder, String resource, Leaves leaves) throws IOException {
    Map<String, String> config = new TreeMap<>(builtIn(resource));
    config.putAll(ourSettings);
    return new Contestant.Connector(OURS, List.of(folder), config, leaves);
  }

  private Path benchmarkPlugins() {
    return root.resolve("benchmarks/target/plugins/benchmark-connectors");
  }

  /** The built plugin whose folder's name holds the given words. */
  private Path plugin(String words) throws IOException {
    Path plugins = Installation.find().plugins();
    try (Stream<Path> folders = Files.list(plugins)) {
      return folders
          .filter(folder -> folder.getFileName().toString().contains(words))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no plugin " + words + " in " + plugins));
    }
  }

  static Map<String, String> builtIn(String name) throws IOException {
    try (InputStream json =
        Objects.requireNonNull(
            Contestants.class.getResourceAsStream("/contestants/" + name + ".json"))) {
      return JSON.readValue(json, CONFIG);
    }
  }

  private static IllegalArgumentException unknown(String name, String known) {
    return new IllegalArgumentException(
        "unknown contestant %s; built in are %s, others come with --contestant"
            .formatted(name, known));
  }
}

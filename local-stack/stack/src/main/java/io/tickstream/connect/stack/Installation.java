package io.tickstream.connect.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the build put what the servers run from. */
public final class Installation {
  private final Path root;

  private Installation(Path root) {
    this.root = root;
  }

  /**
   * The project that this class was built in, or the one named by the system property {@code
   * tickstream.home}.
   */
  public static Installation find() {
    String home = System.getProperty("tickstream.home");
    if (home != null) {
      return at(Path.of(home));
    }
    for (Path folder : List.of(codeLocation(), Path.of("").toAbsolutePath())) {
      for (Path at = folder; at != null; at = at.getParent()) {
        if (Files.isRegularFile(at.resolve("local-stack/kafka/pom.xml"))) {
          return new Installation(at);
        }
      }
    }
    throw new IllegalStateException(
        "the project's folder is not above %s; set -Dtickstream.home".formatted(codeLocation()));
  }

  /** The project in that folder. */
  public static Installation at(Path root) {
    return new Installation(root.toAbsolutePath().normalize());
  }

  /** The project's root folder. */
  public Path root() {
    return root;
  }

  /** The folder of the built plugins, one folder each. */
  public Path plugins() {
    return root.resolve("dist/target/plugins");
  }

  Path builtPlugins() {
    return built(plugins());
  }

  Path runs() {
    return root.resolve("local-stack/stack/target/runs");
  }

  Path converterPlugins() {
    return built(root.resolve("local-stack/converter/target/plugins"));
  }

  String launcher() {
    return built(root.resolve("local-stack/launcher/target/classes")).toString();
  }

  String cassandraOnNewerJdks() {
    return built(root.resolve("local-stack/cassandra-newer-jdks/target/classes")).toString();
  }

  String kafka() {
    return read(root.resolve("local-stack/kafka/target/classpath"));
  }

  String worker(String version) {
    return read(root.resolve("local-stack/worker/target/classpath-" + version));
  }

  String cassandra() {
    return read(root.resolve("local-stack/cassandra/target/classpath"));
  }

  String registry() {
    Path target = built(root.resolve("local-stack/registry/target"));
    try (Stream<Path> files = Files.find(target, 2, (file, is) -> isRegistry(file))) {
      return files
          .findFirst()
          .orElseThrow(() -> missing(target.resolve("*-runner.jar")))
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRegistry(Path file) {
    return file.getFileName().toString().endsWith("-runner.jar");
  }

  private static String read(Path classpath) {
    try {
      return Files.readString(built(classpath)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path built(Path path) {
    if (!Files.exists(path)) {
      throw missing(path);
    }
    return path;
  }

  private static IllegalStateException missing(Path path) {
    return new IllegalStateException(
        path + " is not there; build it: mvn package -DskipTests -pl dist,local-stack/stack -am");
  }

  private static Path codeLocation() {
    try {
      return Path.of(
          Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

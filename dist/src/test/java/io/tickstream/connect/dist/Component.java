package io.tickstream.connect.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** One of the three components: its archive and the folder that is the archive unpacked. */
record Component(String name, String type) {

  static final Path TARGET = Path.of("target");
  static final Path PLUGINS = TARGET.resolve("plugins");
  static final String VERSION = System.getProperty("project.version");

  static List<Component> all() {
    return List.of(
        new Component("market-source", "source"),
        new Component("cassandra-sink", "sink"),
        new Component("transforms", "transform"));
  }

  String folderName() {
    return "tickstream-" + name + "-" + VERSION;
  }

  Path archive() {
    return TARGET.resolve(folderName() + ".zip");
  }

  Path folder() {
    return PLUGINS.resolve(folderName());
  }

  List<Path> jars() {
    try (Stream<Path> files = Files.list(folder().resolve("lib"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> entries(Path zip) {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.stream().map(entry -> entry.getName()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}

package io.tickstream.connect.dist;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The repository's {@code config} folder. */
final class ConfigFolder {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path CONFIG = ROOT.resolve("config");

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([^}]*)}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private ConfigFolder() {}

  /** Every connector configuration, those of scenarios too. */
  static List<Path> connectors() {
    return walk().filter(file -> file.getFileName().toString().endsWith(".json")).toList();
  }

  static Map<String, String> connector(Path file) {
    try {
      return JSON.readValue(file.toFile(), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Properties worker(String name) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(CONFIG.resolve("worker").resolve(name))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  /** The environment variables that anything under {@code config} reads. */
  static Set<String> environmentVariables() {
    Set<String> names = new TreeSet<>();
    walk()
        .filter(file -> file.toString().matches(".*\\.(json|properties)"))
        .forEach(
            file -> {
              Matcher matcher = REFERENCE.matcher(text(file));
              while (matcher.find()) {
                if (!matcher.group(1).equals("…")) {
                  names.add(matcher.group(1));
                }
              }
            });
    return names;
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> walk() {
    try (Stream<Path> files = Files.walk(CONFIG)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

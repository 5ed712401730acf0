package io.tickstream.connect.stack.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A connector's configuration in a file: the body of {@code PUT /connectors/NAME/config}, where the
 * name is the file's without {@code .json}, or the body of {@code POST /connectors}, which has a
 * name and a config.
 */
public record ConnectorFile(String name, Path file, Map<String, String> config) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUFFIX = ".json";
  private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{env:([^}]+)}");

  public ConnectorFile {
    config = Map.copyOf(config);
  }

  /** The files of a folder in the order of their names, or the one file given. */
  public static List<ConnectorFile> readAll(Path path) {
    if (Files.isRegularFile(path)) {
      return List.of(read(path));
    }
    try (Stream<Path> files = Files.list(path)) {
      List<ConnectorFile> configs = new ArrayList<>();
      files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted()
          .forEach(file -> configs.add(read(file)));
      return configs;
    } catch (IOException e) {
      throw new DeploymentException(
          "%s cannot be read as a folder or file of configurations".formatted(path), e);
    }
  }

  public static ConnectorFile read(Path file) {
    try {
      JsonNode json = JSON.readTree(Files.readString(file));
      String fileName = file.getFileName().toString();
      String name =
          fileName.endsWith(SUFFIX)
              ? fileName.substring(0, fileName.length() - SUFFIX.length())
              : fileName;
      if (json.path("config").isObject()) {
        return new ConnectorFile(
            json.path("name").asText(name), file, entries(json.path("config")));
      }
      return new ConnectorFile(name, file, entries(json));
    } catch (JsonProcessingException e) {
      throw new DeploymentException(
          "%s is not JSON: line %d: %s"
              .formatted(
                  file,
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new DeploymentException(file + " is not one object of texts", e);
    }
  }

  /** Whether records leave Kafka through it. */
  public boolean isSink() {
    return config.containsKey("topics") || config.containsKey("topics.regex");
  }

  /** The environment variables that the worker has to have for it. */
  public Set<String> environmentVariables() {
    Set<String> names = new TreeSet<>();
    for (String value : config.values()) {
      Matcher matcher = ENVIRONMENT.matcher(value);
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  private static Map<String, String> entries(JsonNode object) {
    return JSON.convertValue(object, new TypeReference<Map<String, String>>() {});
  }
}

package io.tickstream.connect.dist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml} as Compose reads it, with the values of {@code .env}. */
final class ComposeFile {

  private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\$)|\\{(\\w+)(?::-([^}]*))?})");

  private final Map<String, String> defaults;
  private final Map<String, Map<String, Object>> services;

  ComposeFile() {
    defaults = dotEnv();
    Map<String, Object> root = new Yaml().load(text());
    services = cast(root.get("services"));
  }

  static String text() {
    return ConfigFolder.text(ConfigFolder.ROOT.resolve("docker-compose.yml"));
  }

  static Map<String, String> dotEnv() {
    Map<String, String> values = new LinkedHashMap<>();
    ConfigFolder.text(ConfigFolder.ROOT.resolve(".env"))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("=", 2))
        .forEach(pair -> values.put(pair[0], pair[1]));
    return values;
  }

  /** Variables without a default and without a value in {@code .env}. */
  List<String> unresolved() {
    List<String> names = new ArrayList<>();
    Matcher matcher = VARIABLE.matcher(text());
    while (matcher.find()) {
      if (matcher.group(1) == null
          && matcher.group(3) == null
          && !defaults.containsKey(matcher.group(2))) {
        names.add(matcher.group(2));
      }
    }
    return names;
  }

  List<String> serviceNames() {
    return List.copyOf(services.keySet());
  }

  /** The service's entry {@code key}, empty where it has none. */
  List<String> list(String service, String key) {
    Object value = services.get(service).get(key);
    return value instanceof List<?> items
        ? items.stream().map(item -> resolve(item.toString())).toList()
        : List.of();
  }

  String text(String service, String key) {
    return resolve(String.valueOf(services.get(service).get(key)));
  }

  String raw(String service, String key) {
    return String.valueOf(services.get(service).get(key));
  }

  boolean has(String service, String key) {
    return services.get(service).containsKey(key);
  }

  Map<String, String> environment(String service) {
    Map<String, String> values = new LinkedHashMap<>();
    map(service, "environment")
        .forEach((name, value) -> values.put(name, resolve(value.toString())));
    return values;
  }

  Map<String, Object> map(String service, String key) {
    return services.get(service).get(key) instanceof Map<?, ?> map ? cast(map) : Map.of();
  }

  private String resolve(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match -> {
              String value =
                  match.group(1) != null
                      ? "$"
                      : defaults.getOrDefault(
                          match.group(2), match.group(3) == null ? "" : match.group(3));
              return Matcher.quoteReplacement(value);
            });
  }

  @SuppressWarnings("unchecked") // YAML maps have text keys here
  private static <V> Map<String, V> cast(Object map) {
    return (Map<String, V>) map;
  }
}

package io.tickstream.connect.stack.quickstart;

import io.tickstream.connect.stack.deploy.ConnectorFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which of the configured connectors run, and which tables their records reach. */
final class Selection {
  // They need neither a network nor a key.
  private static final Set<String> SELF_CONTAINED = Set.of("simulator", "replay");
  private static final Pattern MAPPING =
      Pattern.compile("topic\\.(.+)\\.([^.]+)\\.([^.]+)\\.(?:mapping|query)");

  private final List<ConnectorFile> connectors;

  private Selection(List<ConnectorFile> connectors) {
    this.connectors = List.copyOf(connectors);
  }

  static Selection all(List<ConnectorFile> connectors) {
    return new Selection(connectors);
  }

  /** The sources that need nothing from outside, and the sinks of their topics. */
  static Selection byDefault(List<ConnectorFile> connectors) {
    return withSinks(
        connectors,
        connectors.stream()
            .filter(each -> SELF_CONTAINED.contains(each.config().getOrDefault("provider", "")))
            .toList());
  }

  /** The named connectors, and for named sources the sinks of their topics. */
  static Selection named(List<ConnectorFile> connectors, List<String> names) {
    List<ConnectorFile> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          connectors.stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new UsageException(unknown(name, connectors))));
    }
    return withSinks(connectors, chosen);
  }

  List<ConnectorFile> connectors() {
    return connectors;
  }

  /**
   * The tables that the chosen sinks write for topics of the chosen sources, or all of their tables
   * if there is no source.
   */
  List<TableName> tables() {
    Set<String> topics = topics(connectors);
    Set<TableName> tables = new LinkedHashSet<>();
    for (ConnectorFile connector : connectors) {
      for (String key : connector.config().keySet().stream().sorted().toList()) {
        var mapping = MAPPING.matcher(key);
        if (mapping.matches() && (topics.isEmpty() || topics.contains(mapping.group(1)))) {
          tables.add(new TableName(mapping.group(2), mapping.group(3)));
        }
      }
    }
    return List.copyOf(tables);
  }

  private static Selection withSinks(List<ConnectorFile> all, List<ConnectorFile> chosen) {
    Set<String> topics = topics(chosen);
    Set<ConnectorFile> selected = new LinkedHashSet<>(chosen);
    all.stream().filter(each -> each.isSink() && reads(each, topics)).forEach(selected::add);
    return new Selection(List.copyOf(selected));
  }

  private static Set<String> topics(List<ConnectorFile> connectors) {
    return connectors.stream()
        .filter(each -> !each.isSink() && each.config().containsKey("topic"))
        .map(each -> each.config().getOrDefault("topic", ""))
        .collect(Collectors.toSet());
  }

  private static boolean reads(ConnectorFile sink, Set<String> topics) {
    String pattern = sink.config().get("topics.regex");
    if (pattern != null) {
      return topics.stream().anyMatch(topic -> topic.matches(pattern));
    }
    for (String topic : sink.config().getOrDefault("topics", "").split(",", -1)) {
      if (topics.contains(topic.strip())) {
        return true;
      }
    }
    return false;
  }

  private static String unknown(String name, List<ConnectorFile> connectors) {
    return "--only names \"%s\", which is not in the folder; there are: %s"
        .formatted(
            name, connectors.stream().map(ConnectorFile::name).collect(Collectors.joining(", ")));
  }
}

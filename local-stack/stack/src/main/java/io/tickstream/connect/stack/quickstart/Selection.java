package io.tickstream.connect.stack.quickstart;

import io.tickstream.connect.stack.deploy.ConnectorFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which of the configured connectors run, and which tables their records reach. */
final class Selection {
  // They need neither a network nor a key; live data first.
  private static final List<String> SELF_CONTAINED = List.of("simulator", "replay");
  private static final Pattern ANY_TOPIC = Pattern.compile(".*");
  private static final Pattern MAPPING =
      Pattern.compile("topic\\.(.+)\\.([^.]+)\\.([^.]+)\\.(?:mapping|query)");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]+}");

  private final List<ConnectorFile> connectors;
  private final List<Pattern> topics;

  private Selection(List<ConnectorFile> connectors, List<Pattern> topics) {
    this.connectors = List.copyOf(connectors);
    this.topics = topics;
  }

  /** All of them, whose records may come from elsewhere too. */
  static Selection all(List<ConnectorFile> connectors) {
    return new Selection(connectors, List.of());
  }

  /** The sources that need nothing from outside, and the sinks of their topics. */
  static Selection byDefault(List<ConnectorFile> connectors) {
    return withSinks(
        connectors,
        connectors.stream()
            .filter(each -> SELF_CONTAINED.contains(provider(each)))
            .sorted(Comparator.comparing(each -> SELF_CONTAINED.indexOf(provider(each))))
            .toList());
  }

  private static String provider(ConnectorFile connector) {
    return connector.config().getOrDefault("provider", "");
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
   * The tables that the sinks map the topics to, in the order of the sources that fill those; all
   * tables where any topic may come.
   */
  List<TableName> tables() {
    Set<TableName> tables = new LinkedHashSet<>();
    for (Pattern topic : topics.isEmpty() ? List.of(ANY_TOPIC) : topics) {
      for (ConnectorFile connector : connectors) {
        for (String key : new TreeSet<>(connector.config().keySet())) {
          Matcher mapping = MAPPING.matcher(key);
          if (mapping.matches() && topic.matcher(mapping.group(1)).matches()) {
            tables.add(new TableName(mapping.group(2), mapping.group(3)));
          }
        }
      }
    }
    return List.copyOf(tables);
  }

  private static Selection withSinks(List<ConnectorFile> all, List<ConnectorFile> chosen) {
    List<String> topics =
        chosen.stream()
            .filter(each -> !each.isSink())
            .map(each -> each.config().getOrDefault("topic", ""))
            .toList();
    Set<ConnectorFile> selected = new LinkedHashSet<>(chosen);
    all.stream().filter(each -> each.isSink() && reads(each, topics)).forEach(selected::add);
    return new Selection(List.copyOf(selected), topics.stream().map(Selection::anyOf).toList());
  }

  /** A topic's name may be a template such as {@code market.${symbol}}. */
  private static Pattern anyOf(String topic) {
    String[] parts = PLACEHOLDER.split(topic, -1);
    return Pattern.compile(
        Arrays.stream(parts).map(Pattern::quote).collect(Collectors.joining(".*")));
  }

  private static boolean reads(ConnectorFile sink, List<String> topics) {
    String regex = sink.config().get("topics.regex");
    if (regex != null) {
      return topics.stream().anyMatch(topic -> topic.matches(regex));
    }
    List<String> names =
        Arrays.stream(sink.config().getOrDefault("topics", "").split(",", -1))
            .map(String::strip)
            .toList();
    return topics.stream()
        .map(Selection::anyOf)
        .anyMatch(topic -> names.stream().anyMatch(name -> topic.matcher(name).matches()));
  }

  private static String unknown(String name, List<ConnectorFile> connectors) {
    return "--only names \"%s\", which is not in the folder; there are: %s"
        .formatted(
            name, connectors.stream().map(ConnectorFile::name).collect(Collectors.joining(", ")));
  }
}

package io.tickstream.connect.cassandra.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;

/**
 * The primary key of a table to be created, {@code (symbol, day), event_time DESC}: the partition
 * key first, in parentheses when it has several columns.
 */
public record PrimaryKey(List<String> partition, List<Clustering> clustering) {

  /** A clustering column and its order. */
  public record Clustering(String column, boolean descending) {}

  public PrimaryKey {
    partition = List.copyOf(partition);
    clustering = List.copyOf(clustering);
  }

  /**
   * Reads the text; column names as in a mapping.
   *
   * @throws ConfigException saying what is wrong
   */
  public static PrimaryKey parse(String text) {
    String rest = text.strip();
    List<String> partition = new ArrayList<>();
    if (rest.startsWith("(")) {
      int end = rest.indexOf(')');
      if (end < 0) {
        throw new ConfigException("primaryKey: a parenthesis is not closed: " + text);
      }
      split(rest.substring(1, end)).map(PrimaryKey::name).forEach(partition::add);
      rest = rest.substring(end + 1).strip();
      if (!rest.isEmpty() && !rest.startsWith(",")) {
        throw new ConfigException("primaryKey: a comma must follow the parenthesis: " + text);
      }
      rest = rest.isEmpty() ? rest : rest.substring(1);
    } else {
      List<String> parts = split(rest).toList();
      partition.add(name(parts.get(0)));
      rest = String.join(",", parts.subList(1, parts.size()));
    }
    List<Clustering> clustering =
        rest.isBlank() ? List.of() : split(rest).map(PrimaryKey::clustering).toList();
    PrimaryKey key = new PrimaryKey(partition, clustering);
    if (key.columns().stream().distinct().count() < key.columns().size()) {
      throw new ConfigException("primaryKey: a column is named twice: " + text);
    }
    return key;
  }

  public List<String> columns() {
    return Stream.concat(partition.stream(), clustering.stream().map(Clustering::column)).toList();
  }

  private static Stream<String> split(String list) {
    return Stream.of(list.split(",", -1)).map(String::strip);
  }

  private static Clustering clustering(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    boolean descending = upper.endsWith(" DESC");
    boolean ordered = descending || upper.endsWith(" ASC");
    String name = ordered ? text.substring(0, text.lastIndexOf(' ')).strip() : text;
    return new Clustering(name(name), descending);
  }

  private static String name(String text) {
    boolean quoted = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"");
    String name = quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    if (name.isEmpty() || (!quoted && !name.chars().allMatch(PrimaryKey::isPlain))) {
      throw new ConfigException(
          "primaryKey: \"" + text + "\" is no column; write it as in (symbol, day), time DESC");
    }
    return name;
  }

  private static boolean isPlain(int c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}

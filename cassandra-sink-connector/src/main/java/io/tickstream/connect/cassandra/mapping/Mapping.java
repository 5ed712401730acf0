package io.tickstream.connect.cassandra.mapping;

import java.util.List;

/**
 * Which source fills which column of one table, in the order of the text.
 *
 * @param columns each column once
 */
public record Mapping(List<MappedColumn> columns) {

  public Mapping {
    columns = List.copyOf(columns);
  }

  /**
   * Reads the mapping language.
   *
   * @throws MappingSyntaxException showing the place
   */
  public static Mapping parse(String text) {
    return new MappingParser(text).parse();
  }

  /** Whether a column comes from there. */
  public boolean reads(ColumnSource.Root root) {
    return columns.stream().anyMatch(column -> column.source().reads(root));
  }
}

package io.tickstream.connect.cassandra.mapping;

/**
 * One entry of a mapping.
 *
 * @param column the internal name, case as it is written; or one of the special columns
 */
public record MappedColumn(String column, ColumnSource source) {
  public static final String TTL = "__ttl";
  public static final String TIMESTAMP = "__timestamp";

  /** Whether it sets the row's TTL or write time instead of a column. */
  public boolean isSpecial() {
    return column.equals(TTL) || column.equals(TIMESTAMP);
  }
}

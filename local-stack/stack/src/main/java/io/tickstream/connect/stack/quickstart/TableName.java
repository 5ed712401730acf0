package io.tickstream.connect.stack.quickstart;

/** A table of a keyspace, both as they are spelt in a mapping. */
record TableName(String keyspace, String table) {
  @Override
  public String toString() {
    return keyspace + "." + table;
  }
}

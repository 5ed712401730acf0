package io.tickstream.connect.cassandra.settings;

/** What the sink creates when it is missing; each includes the ones before. */
public enum AutoCreate {
  NONE,
  TABLE,
  KEYSPACE
}

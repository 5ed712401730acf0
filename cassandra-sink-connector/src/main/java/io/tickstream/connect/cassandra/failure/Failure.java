package io.tickstream.connect.cassandra.failure;

/** What follows from a failed write; each weighs more than the ones before. */
public enum Failure {
  /** Nothing is wrong with the rows: send them again later. */
  RETRIABLE,
  /** Retriable, and a sign that Cassandra has too much to do. */
  OVERLOADED,
  /** Cassandra will never take at least one of the rows. */
  DATA,
  /** The rows may have been written, and writing them again would count twice. */
  UNKNOWN_OUTCOME,
  /** Nothing more can be written until someone changes something. */
  FATAL
}

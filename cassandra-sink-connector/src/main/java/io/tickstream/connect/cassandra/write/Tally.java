package io.tickstream.connect.cassandra.write;

/** A count that several share. Guarded by the pipeline's lock. */
final class Tally {
  private int count;

  void add(int more) {
    count += more;
  }

  int count() {
    return count;
  }
}

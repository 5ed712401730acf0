package io.tickstream.connect.cassandra.codec;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every pair of types that is supported: the one place that the tests, the test against Cassandra
 * and the documentation read.
 */
public final class Pairs {
  /** Of the user-defined type in them. */
  public static final String KEYSPACE = "type_pairs";

  private Pairs() {}

  public static List<Pair> all() {
    return Stream.of(NumberPairs.all(), TextPairs.all(), TemporalPairs.all(), CompositePairs.all())
        .flatMap(List::stream)
        .toList();
  }

  /** The same, each inside of other types. */
  public static List<Pair> nested() {
    return NestedPairs.of(all());
  }
}

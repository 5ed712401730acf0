package io.tickstream.connect.cassandra.mapping;

import java.util.List;

/** Where the value of a column comes from. */
public sealed interface ColumnSource {

  /** What a path starts at. {@code ELEMENT} is one element of the table's {@code explode}. */
  enum Root {
    KEY,
    VALUE,
    HEADER,
    ELEMENT
  }

  /** One step into a Struct, Map, list or JSON text. */
  sealed interface Step {
    record Name(String name) implements Step {}

    record Index(int index) implements Step {}
  }

  /** A root, whole when there are no steps. The first step of a header is its name. */
  record Path(Root root, List<Step> steps) implements ColumnSource {
    public Path {
      steps = List.copyOf(steps);
    }
  }

  /** What Kafka knows of the record. */
  enum Metadata implements ColumnSource {
    TOPIC,
    PARTITION,
    OFFSET,
    TIMESTAMP
  }

  /**
   * A constant.
   *
   * @param value a String, Long, {@link java.math.BigInteger}, {@link java.math.BigDecimal} or
   *     Boolean
   */
  record Literal(Object value) implements ColumnSource {}

  /** A new time-based UUID for each row, so that a replay makes a new row. */
  record Now() implements ColumnSource {}

  /** The first, or the literal where that is missing or null. */
  record WithDefault(ColumnSource source, Literal otherwise) implements ColumnSource {}

  /** Whether the value comes from there. */
  default boolean reads(Root root) {
    return (this instanceof Path path && path.root() == root)
        || (this instanceof WithDefault either && either.source().reads(root));
  }

  /** Whether the same record gives the same value again. */
  default boolean isDeterministic() {
    return !(this instanceof Now)
        && !(this instanceof WithDefault either && either.source() instanceof Now);
  }
}

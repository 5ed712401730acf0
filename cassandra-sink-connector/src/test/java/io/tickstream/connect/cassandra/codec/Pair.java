package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataType;
import net.jqwik.api.Arbitrary;
import org.apache.kafka.connect.data.Schema;

/**
 * A Connect type that a CQL type takes.
 *
 * @param rule what happens to the value, for the documentation
 * @param example for the documentation
 * @param cases random values, each with what the driver must read back
 */
public record Pair(
    DataType cqlType,
    ConnectType connectType,
    Schema schema,
    String rule,
    Object example,
    Arbitrary<Case> cases) {

  /** A value as Connect has it, and as the driver has it. */
  public record Case(Object connectValue, Object stored) {}

  static Pair of(
      DataType cqlType, ConnectType from, String rule, Object example, Arbitrary<Case> cases) {
    return new Pair(cqlType, from, from.schema, rule, example, cases);
  }

  @Override
  public String toString() {
    return connectType.title + " to " + ConversionException.name(cqlType) + " (" + rule + ")";
  }
}

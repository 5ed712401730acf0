package io.tickstream.connect.benchmarks.load;

import java.util.Date;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;

/**
 * A trade as our source publishes it.
 *
 * @param number of the trade among its symbol's, from 1
 * @param timeMs milliseconds since 1970
 */
public record Trade(
    String symbol,
    int number,
    long timeMs,
    double price,
    double quantity,
    String side,
    boolean buyerMaker) {

  /** Reads a record's value, a Struct or a schemaless Map. */
  public static Trade of(Object value) {
    Object time = field(value, "event_time");
    return new Trade(
        field(value, "symbol").toString(),
        Integer.parseInt(field(value, "trade_id").toString()),
        time instanceof Date date ? date.getTime() : ((Number) time).longValue(),
        ((Number) field(value, "price")).doubleValue(),
        ((Number) field(value, "quantity")).doubleValue(),
        field(value, "side").toString(),
        (Boolean) field(value, "buyer_maker"));
  }

  /** Of all but the time, which is the wall's. */
  long hash() {
    long hash = Rows.mix(symbol.hashCode());
    hash = Rows.mix(hash ^ number);
    hash = Rows.mix(hash ^ Double.doubleToLongBits(price));
    hash = Rows.mix(hash ^ Double.doubleToLongBits(quantity));
    hash = Rows.mix(hash ^ side.hashCode());
    return Rows.mix(hash ^ Boolean.hashCode(buyerMaker));
  }

  private static Object field(Object value, String name) {
    Object found =
        value instanceof Struct struct ? struct.get(name) : ((Map<?, ?>) value).get(name);
    if (found == null) {
      throw new IllegalStateException("a trade has no " + name);
    }
    return found;
  }
}

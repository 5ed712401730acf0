package io.tickstream.connect.market.feed.simulate;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a simulated symbol stands, as Connect's source offset. There is one per tick while Connect
 * stores one in thousands, so its entries are only made when somebody asks.
 */
final class SimulatorOffset extends AbstractMap<String, Object> {

  static final String SEQ = "seq";
  static final String TS = "ts";
  static final String PRICE = "price";
  static final String BARS = "bars";

  private final long seq;
  private final long tradingUs;
  private final double price;
  private final long bars;

  SimulatorOffset(long seq, long tradingUs, double price, long bars) {
    this.seq = seq;
    this.tradingUs = tradingUs;
    this.price = price;
    this.bars = bars;
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    Map<String, Object> entries = new HashMap<>();
    entries.put(SEQ, seq);
    entries.put(TS, tradingUs);
    // Hexadecimal, so that not a bit is lost on the way through JSON.
    entries.put(PRICE, Double.toHexString(price));
    if (bars > 0) {
      entries.put(BARS, bars);
    }
    return entries.entrySet();
  }

  /**
   * Reads a stored offset.
   *
   * @throws IllegalArgumentException naming the field that is not as it should be
   */
  static SymbolMarket.State read(Map<String, ?> offset) {
    for (String field : offset.keySet()) {
      if (!Set.of(SEQ, TS, PRICE, BARS).contains(field)) {
        throw new IllegalArgumentException(
            "unknown field \""
                + field
                + "\"; a simulator's offset is {\"seq\": ticks so far, \"ts\": microseconds of trading so far,"
                + " \"price\": text, \"bars\": bars so far}");
      }
    }
    return new SymbolMarket.State(
        whole(offset, SEQ),
        whole(offset, TS),
        price(offset.get(PRICE)),
        offset.containsKey(BARS) ? whole(offset, BARS) : 0);
  }

  private static long whole(Map<String, ?> offset, String field) {
    Object value = offset.get(field);
    if ((value instanceof Long || value instanceof Integer) && ((Number) value).longValue() >= 0) {
      return ((Number) value).longValue();
    }
    throw new IllegalArgumentException("field \"" + field + "\" must be a whole number from 0 on");
  }

  private static double price(@Nullable Object value) {
    try {
      double price = value instanceof String text ? Double.parseDouble(text) : Double.NaN;
      if (price > 0 && price < Double.POSITIVE_INFINITY) {
        return price;
      }
    } catch (NumberFormatException notNumber) {
      // Falls through to the same error.
    }
    throw new IllegalArgumentException("field \"price\" must be a text that is a positive number");
  }
}

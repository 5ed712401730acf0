package io.tickstream.connect.market.feed.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a symbol's events have been replayed.
 *
 * @param ts the last one's time in the file, epoch milliseconds; for people
 * @param number of events published
 * @param shiftMs by how much times are moved; null where they are not
 */
record ReplayOffset(long ts, long number, @Nullable Long shiftMs) {

  private static final String TS = "ts";
  private static final String ID = "id";
  private static final String SHIFT = "shift";

  Map<String, Object> toMap() {
    return shiftMs == null
        ? Map.of(TS, ts, ID, Long.toString(number))
        : Map.of(TS, ts, ID, Long.toString(number), SHIFT, shiftMs);
  }

  /**
   * Reads a stored offset.
   *
   * @throws IllegalArgumentException naming the field that is not as it should be
   */
  static ReplayOffset read(Map<String, ?> offset) {
    Map<String, Object> rest = new HashMap<>(offset);
    rest.keySet().removeAll(Set.of(TS, ID, SHIFT));
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown field \""
              + rest.keySet().iterator().next()
              + "\"; a replay's offset is {\"ts\": epoch milliseconds, \"id\": \"events so far\"}");
    }
    Object id = offset.get(ID);
    if (!(id instanceof String text) || !text.matches("\\d{1,18}")) {
      throw new IllegalArgumentException(
          "field \"id\" must be the number of events replayed so far, as a text");
    }
    Long ts = whole(offset, TS);
    return new ReplayOffset(ts == null ? 0 : ts, Long.parseLong(text), whole(offset, SHIFT));
  }

  private static @Nullable Long whole(Map<String, ?> offset, String field) {
    Object value = offset.get(field);
    if (value == null) {
      return null;
    }
    if (value instanceof Long || value instanceof Integer) {
      return ((Number) value).longValue();
    }
    throw new IllegalArgumentException("field \"" + field + "\" must be a whole number");
  }
}

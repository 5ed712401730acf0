package io.tickstream.connect.market.offset;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a symbol's history has been published: the time, epoch milliseconds, and id of its last
 * event. Stored by Connect as the offset {@code {"ts": …, "id": …}}.
 */
public record Cursor(long ts, String id) {

  public static final String TS = "ts";
  public static final String ID = "id";

  private static final Pattern NUMBER = Pattern.compile("\\d{0,18}");

  /** Everything from a time on: nothing of it is published yet. */
  public static Cursor from(long ts) {
    return new Cursor(ts, "");
  }

  /** Whether {@link #id} names a published event, rather than only a time to begin at. */
  public boolean published() {
    return !id.isEmpty();
  }

  public Map<String, Object> toOffset() {
    return Map.of(TS, ts, ID, id);
  }

  /**
   * Reads a stored offset.
   *
   * @throws IllegalArgumentException naming the field that is not what an offset of this connector
   *     has
   */
  public static Cursor of(Map<String, ?> offset) {
    for (String field : offset.keySet()) {
      if (!field.equals(TS) && !field.equals(ID)) {
        throw new IllegalArgumentException(
            "unknown field \""
                + field
                + "\"; an offset is {\"ts\": epoch milliseconds, \"id\": text}");
      }
    }
    return new Cursor(timestamp(offset.get(TS)), text(offset.get(ID)));
  }

  /**
   * The cursor of a history that goes by the numbers of its trades.
   *
   * @throws IllegalArgumentException when the id is no such number
   */
  public Cursor numbered() {
    if (!NUMBER.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "field \"id\" must be the number of a trade, or empty to begin at \"ts\"");
    }
    return this;
  }

  private static long timestamp(@Nullable Object value) {
    // Connect's JSON converter gives back an Integer where the number fits one.
    if (value instanceof Long || value instanceof Integer) {
      return ((Number) value).longValue();
    }
    throw new IllegalArgumentException("field \"ts\" must be a whole number of epoch milliseconds");
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("field \"id\" must be a text");
  }
}

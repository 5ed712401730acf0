package io.tickstream.connect.market.feed.replay;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file.
 *
 * @param line its number, from 1
 * @param fields by name as {@link FieldNames} spells them
 */
record Row(String file, long line, Map<String, String> fields) {

  /** A field's text; null where it is missing or empty. */
  @Nullable String text(String field) {
    String text = fields.get(field);
    return text == null || text.isBlank() ? null : text.strip();
  }

  /**
   * The text of a field that must be there.
   *
   * @throws IllegalArgumentException when it is not
   */
  String require(String field) {
    String text = text(field);
    if (text == null) {
      throw new IllegalArgumentException("has no " + field);
    }
    return text;
  }

  String where() {
    return file + " line " + line;
  }
}

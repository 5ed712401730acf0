package io.tickstream.connect.cassandra.mapping;

import io.tickstream.connect.cassandra.codec.ConversionException;
import io.tickstream.connect.cassandra.codec.JsonText;
import org.jspecify.annotations.Nullable;

/** The last text parsed, so that the columns of one record share the work. */
final class JsonMemo {
  private @Nullable String text;
  private @Nullable Object parsed;

  // Identity on purpose: the columns of one record read the same instance.
  @SuppressWarnings({"ReferenceEquality", "StringEquality"})
  @Nullable Object parse(String json, String where) {
    if (text != json) {
      try {
        parsed = JsonText.parse(json);
      } catch (ConversionException e) {
        throw new ConversionException(
            where + " is a " + json.getClass().getName() + " without fields: " + e.getMessage());
      }
      text = json;
    }
    return parsed;
  }
}

package io.tickstream.connect.market.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Changes string values in the text of a JSON document and leaves every other character alone. */
final class JsonStrings {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonStrings() {}

  /**
   * The document with its string values changed; names of fields are no values.
   *
   * @param json may be anything: where it is no JSON, what looks like a string is taken for one
   * @param change is given the value without quotes and escapes
   */
  static String change(String json, UnaryOperator<String> change) {
    StringBuilder result = new StringBuilder(json.length());
    int copied = 0;
    int open = json.indexOf('"');
    while (open >= 0) {
      int close = end(json, open + 1);
      if (close < 0) {
        break;
      }
      if (!isName(json, close + 1)) {
        String value = value(json, open, close);
        String changed = change.apply(value);
        if (!changed.equals(value)) {
          result
              .append(json, copied, open + 1)
              .append(JsonStringEncoder.getInstance().quoteAsString(changed));
          copied = close;
        }
      }
      open = json.indexOf('"', close + 1);
    }
    return result.append(json, copied, json.length()).toString();
  }

  private static int end(String json, int from) {
    for (int i = from; i < json.length(); i++) {
      if (json.charAt(i) == '\\') {
        i++;
      } else if (json.charAt(i) == '"') {
        return i;
      }
    }
    return -1;
  }

  private static boolean isName(String json, int from) {
    int i = from;
    while (i < json.length() && json.charAt(i) <= ' ') {
      i++;
    }
    return i < json.length() && json.charAt(i) == ':';
  }

  private static String value(String json, int open, int close) {
    String plain = json.substring(open + 1, close);
    if (plain.indexOf('\\') < 0) {
      return plain;
    }
    try (JsonParser parser = JSON.createParser(json.substring(open, close + 1))) {
      String value = parser.nextTextValue();
      return value == null ? plain : value;
    } catch (IOException notAString) {
      return plain;
    }
  }
}

package io.tickstream.connect.market.provider.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a field stands: a JSON pointer into the record, {@code #root/…} into the whole answer,
 * {@code #key} the record's name, {@code #value} the record itself; several separated by {@code |},
 * of which the first that is there counts. Immutable.
 */
final class Field {

  private static final String ROOT = "#root";
  private static final String KEY = "#key";
  private static final String VALUE = "#value";

  private final List<String> places = new ArrayList<>();
  private final List<JsonPointer> pointers = new ArrayList<>();

  /**
   * Reads the place of a field.
   *
   * @throws IllegalArgumentException when it is none
   */
  Field(String text) {
    for (String place : List.of(text.trim().split("\\s*\\|\\s*"))) {
      String pointer = place.startsWith(ROOT) ? place.substring(ROOT.length()) : place;
      boolean named = place.equals(KEY) || place.equals(VALUE);
      if (!named && !pointer.startsWith("/")) {
        throw new IllegalArgumentException(
            "must be a JSON pointer such as /price, or #root/…, #key, #value; several separated by |");
      }
      places.add(place);
      pointers.add(JsonPointer.compile(named ? "" : pointer));
    }
  }

  /** The field's value; a missing node where there is none. */
  JsonNode read(Row row) {
    for (int i = 0; i < places.size(); i++) {
      JsonNode found = read(row, places.get(i), pointers.get(i));
      if (!found.isMissingNode() && !found.isNull()) {
        return found;
      }
    }
    return MissingNode.getInstance();
  }

  private static JsonNode read(Row row, String place, JsonPointer pointer) {
    if (place.equals(KEY)) {
      return TextNode.valueOf(row.key());
    }
    JsonNode found = (place.startsWith(ROOT) ? row.root() : row.node()).at(pointer);
    return row.index() >= 0 && found.isArray() ? found.path(row.index()) : found;
  }

  /** Of parallel columns: how many rows there are. */
  int rows(JsonNode columns) {
    return pointers.stream().mapToInt(pointer -> columns.at(pointer).size()).max().orElse(0);
  }
}

package io.tickstream.connect.market.provider.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;

/** Finds the records of an answer. Immutable. */
final class Rows {

  private final JsonPointer pointer;
  private final String shape;
  private final Field time;

  Rows(AbstractConfig options) {
    this.pointer = JsonPointer.compile(options.getString(JsonOptions.RECORDS).trim());
    this.shape = options.getString(JsonOptions.SHAPE);
    String place = options.getString(JsonOptions.field("time")).trim();
    this.time = new Field(place.isEmpty() ? "#value" : place);
  }

  /**
   * The records, in order.
   *
   * @throws IllegalArgumentException when there is nothing that could be any
   */
  List<Row> of(JsonNode root) {
    JsonNode node = root.at(pointer);
    if (!node.isContainerNode()) {
      throw new IllegalArgumentException("the answer has no records");
    }
    List<Row> rows = new ArrayList<>();
    switch (shape(node)) {
      case "array" -> node.forEach(element -> rows.add(new Row(root, "", element, -1)));
      case "object" -> {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
          rows.add(new Row(root, entry.getKey(), entry.getValue(), -1));
        }
      }
      case "columns" -> {
        int count = time.rows(node);
        for (int i = 0; i < count; i++) {
          rows.add(new Row(root, "", node, i));
        }
      }
      default -> rows.add(new Row(root, "", node, -1));
    }
    return rows;
  }

  private String shape(JsonNode node) {
    if (!shape.equals("auto")) {
      return shape;
    }
    if (node.isArray()) {
      return "array";
    }
    boolean keyed = !node.isEmpty();
    for (JsonNode value : node) {
      keyed &= value.isContainerNode();
    }
    return keyed ? "object" : "single";
  }
}

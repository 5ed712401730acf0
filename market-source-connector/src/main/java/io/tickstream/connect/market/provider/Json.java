package io.tickstream.connect.market.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tickstream.connect.market.event.Amount;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads venues' JSON, strictly and exactly: a key twice, anything after the end, or a NaN is an
 * error, and numbers keep their digits.
 */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

  /** The end of the year 9999. */
  private static final long LAST_MS = 253_402_300_799_999L;

  private Json() {}

  /**
   * Reads an answer's body.
   *
   * @throws IllegalArgumentException when it is not JSON; the message holds nothing of it
   */
  public static JsonNode parse(Response response) {
    try {
      return checked(MAPPER.readTree(response.stream()));
    } catch (IOException notJson) {
      throw unreadable(notJson);
    }
  }

  /**
   * Reads a frame.
   *
   * @throws IllegalArgumentException when it is not JSON; the message holds nothing of it
   */
  public static JsonNode parse(String text) {
    try {
      return checked(MAPPER.readTree(text));
    } catch (IOException notJson) {
      throw unreadable(notJson);
    }
  }

  /** A number, or a text that is one; null where it is missing, null or an empty text. */
  public static @Nullable Amount amount(@Nullable JsonNode node) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return null;
    }
    if (node.isTextual()) {
      return node.textValue().isBlank() ? null : Amount.parse(node.textValue().trim());
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return Amount.of(node.longValue());
    }
    if (node.isNumber()) {
      return Amount.of(node.decimalValue());
    }
    throw new NumberFormatException("not a number");
  }

  /**
   * A number that must be there.
   *
   * @throws IllegalArgumentException when it is not
   */
  public static Amount requireAmount(@Nullable JsonNode node, String name) {
    Amount amount = amount(node);
    if (amount == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return amount;
  }

  /**
   * A whole number, or a text that is one.
   *
   * @throws IllegalArgumentException when it is missing or anything else
   */
  public static long whole(@Nullable JsonNode node, String name) {
    if (node != null && node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    if (node != null && node.isTextual() && WHOLE.matcher(node.textValue()).matches()) {
      return Long.parseLong(node.textValue());
    }
    throw new IllegalArgumentException(name + " is not a whole number");
  }

  /**
   * Epoch milliseconds out of a time that counts in a unit.
   *
   * @throws IllegalArgumentException when it is missing or anything else
   */
  public static long epochMs(@Nullable JsonNode node, TimeUnit unit, String name) {
    long ms = unit.toMillis(whole(node, name));
    if (ms < 0 || ms > LAST_MS) {
      throw new IllegalArgumentException(name + " is not a time");
    }
    return ms;
  }

  /**
   * A text that must be there.
   *
   * @throws IllegalArgumentException when it is not
   */
  public static String requireText(@Nullable JsonNode node, String name) {
    String text = text(node);
    if (text == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return text;
  }

  /**
   * Reads an answer and what it holds; whatever is wrong with it is {@link Failure.Transient}.
   *
   * @param reading may throw what the other methods here and java.time throw
   */
  public static Reply reply(Response response, Function<JsonNode, Reply> reading) {
    try {
      return reading.apply(parse(response));
    } catch (DateTimeException notATime) {
      return new Failure.Transient("the answer holds a time that is none");
    } catch (IllegalArgumentException unreadable) {
      return new Failure.Transient(String.valueOf(unreadable.getMessage()));
    }
  }

  /** A text; null where it is missing, null or empty. */
  public static @Nullable String text(@Nullable JsonNode node) {
    return node == null || node.isNull() || node.isMissingNode() || node.asText().isEmpty()
        ? null
        : node.asText();
  }

  /** The text of an object with one field, for a piece of an object keyed by symbol or time. */
  public static String object(String name, JsonNode value) {
    return MAPPER.createObjectNode().set(name, value).toString();
  }

  /** The text of an object with these fields. */
  public static String object(Map<String, JsonNode> fields) {
    return MAPPER.createObjectNode().setAll(fields).toString();
  }

  /** The text of an object with one row of parallel arrays, which have no such text themselves. */
  public static String row(JsonNode time, JsonNode columns, int row) {
    ObjectNode object = MAPPER.createObjectNode().set("timestamp", time);
    columns
        .properties()
        .forEach(column -> object.set(column.getKey(), column.getValue().path(row)));
    return object.toString();
  }

  private static JsonNode checked(@Nullable JsonNode node) {
    if (node == null || node.isMissingNode()) {
      throw new IllegalArgumentException("the answer is empty");
    }
    return node;
  }

  private static IllegalArgumentException unreadable(IOException cause) {
    // Jackson's messages quote the input, which may echo the key.
    String where =
        cause instanceof JsonProcessingException json && json.getLocation() != null
            ? " at character "
                + Math.max(json.getLocation().getByteOffset(), json.getLocation().getCharOffset())
            : "";
    return new IllegalArgumentException("the answer is not the JSON it should be" + where);
  }
}

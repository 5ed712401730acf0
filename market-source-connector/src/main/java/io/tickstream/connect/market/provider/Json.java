package io.tickstream.connect.market.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tickstream.connect.market.event.Amount;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads venues' JSON, strictly and exactly: a key twice, anything after the end, or a NaN is an
 * error, and numbers keep their digits.
 */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

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

  /** A text; null where it is missing, null or empty. */
  public static @Nullable String text(@Nullable JsonNode node) {
    return node == null || node.isNull() || node.isMissingNode() || node.asText().isEmpty()
        ? null
        : node.asText();
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

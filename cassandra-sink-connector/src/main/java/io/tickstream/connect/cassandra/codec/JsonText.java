package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataType;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * JSON in text to maps, lists and scalars (fractions as BigDecimal, so that no digit is lost), and
 * values of Connect to JSON (times in ISO's form, decimals as numbers, bytes as Base64).
 */
public final class JsonText {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final JsonFactory FACTORY = MAPPER.getFactory();

  private JsonText() {}

  /**
   * Reads JSON.
   *
   * @throws ConversionException when the text is not JSON; it does not quote the text
   */
  public static @Nullable Object parse(String text) {
    try {
      return MAPPER.readValue(text, Object.class);
    } catch (JsonProcessingException e) {
      throw new ConversionException("the text is not JSON");
    }
  }

  static @Nullable Object parse(String text, DataType cqlType) {
    try {
      return parse(text);
    } catch (ConversionException e) {
      throw ConversionException.of(cqlType, text, e.getMessage());
    }
  }

  /** Of a Struct, Map, List or scalar of Connect. */
  public static String write(@Nullable Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      write(out, value, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, @Nullable Object value, @Nullable Schema schema)
      throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof Struct struct) {
      writeStruct(out, struct);
    } else if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      Schema values = schema == null ? null : schema.valueSchema();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeFieldName(String.valueOf(entry.getKey()));
        write(out, entry.getValue(), values);
      }
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      Schema elements = schema == null ? null : schema.valueSchema();
      for (Object element : list) {
        write(out, element, elements);
      }
      out.writeEndArray();
    } else {
      writeScalar(out, value, schema);
    }
  }

  private static void writeStruct(JsonGenerator out, Struct struct) throws IOException {
    if (SumTypes.isNamed(struct.schema())) {
      Field branch = SumTypes.branch(struct);
      write(
          out, branch == null ? null : struct.get(branch), branch == null ? null : branch.schema());
      return;
    }
    out.writeStartObject();
    for (Field field : struct.schema().fields()) {
      out.writeFieldName(field.name());
      write(out, struct.get(field), field.schema());
    }
    out.writeEndObject();
  }

  private static void writeScalar(JsonGenerator out, Object value, @Nullable Schema schema)
      throws IOException {
    if (value instanceof BigDecimal number) {
      out.writeNumber(number);
    } else if (value instanceof BigInteger number) {
      out.writeNumber(number);
    } else if (value instanceof Double number) {
      out.writeNumber(number);
    } else if (value instanceof Float number) {
      out.writeNumber(number);
    } else if (value instanceof Number number) {
      out.writeNumber(number.longValue());
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else if (value instanceof Date date) {
      out.writeString(DateMeaning.of(schema).toTemporal(date).toString());
    } else if (value instanceof byte[] bytes) {
      out.writeString(base64(ByteBuffer.wrap(bytes)));
    } else if (value instanceof ByteBuffer bytes) {
      out.writeString(base64(bytes));
    } else {
      out.writeString(value.toString());
    }
  }

  static String base64(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return Base64.getEncoder().encodeToString(copy);
  }
}

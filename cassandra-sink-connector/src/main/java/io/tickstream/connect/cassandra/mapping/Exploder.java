package io.tickstream.connect.cassandra.mapping;

import io.tickstream.connect.cassandra.codec.ConversionException;
import io.tickstream.connect.cassandra.codec.JsonText;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Path;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Root;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** The {@code explode} of a table: the path to an array, each element of which becomes a row. */
public final class Exploder {
  private final String text;
  private final Path path;

  private Exploder(String text, Path path) {
    this.text = text;
    this.path = path;
  }

  /**
   * Reads a path such as {@code value.data}.
   *
   * @throws MappingSyntaxException showing the place
   */
  public static Exploder parse(String text) {
    Path path = PathParser.parse(text);
    if (path.root() == Root.ELEMENT) {
      throw new MappingSyntaxException(
          "the array is in value, key or header; element is what comes out of it",
          text,
          text.indexOf("element"));
    }
    return new Exploder(text.strip(), path);
  }

  /** For one pair of schemas; null where keys or values carry none. */
  public Elements compile(@Nullable Schema keySchema, @Nullable Schema valueSchema) {
    return new Elements(text, Accessors.compile(path, keySchema, valueSchema, null));
  }

  @Override
  public String toString() {
    return text;
  }

  /** Compiled for one pair of schemas. Used by one thread at a time. */
  public static final class Elements {
    private final String where;
    private final Accessor array;

    private Elements(String where, Accessor array) {
      this.where = where;
      this.array = array;
    }

    /**
     * The elements in their order; none where the array is null or missing.
     *
     * @throws ConversionException when there is something else than an array
     */
    public List<?> of(SinkRecord record) {
      Object value = array.read(record, null);
      Object opened = value instanceof String text ? JsonText.parse(text) : value;
      if (opened == null || opened == Accessor.MISSING) {
        return List.of();
      }
      if (opened instanceof List<?> list) {
        return list;
      }
      throw new ConversionException(
          where + " is a " + opened.getClass().getName() + " instead of an array");
    }

    /** Null where elements carry none. */
    public @Nullable Schema schema() {
      Schema schema = array.schema();
      return schema != null && schema.type() == Schema.Type.ARRAY ? schema.valueSchema() : null;
    }
  }
}

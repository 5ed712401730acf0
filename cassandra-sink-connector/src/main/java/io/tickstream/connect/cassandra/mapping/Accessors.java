package io.tickstream.connect.cassandra.mapping;

import com.datastax.oss.driver.api.core.uuid.Uuids;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Literal;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Metadata;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Now;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Path;
import io.tickstream.connect.cassandra.mapping.ColumnSource.WithDefault;
import java.util.Date;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Where accessors come from. */
public final class Accessors {
  private static final Schema OPTIONAL_TIMESTAMP = Timestamp.builder().optional().build();

  private final PathReaders paths;

  private Accessors(PathReaders paths) {
    this.paths = paths;
  }

  /** The columns of a mapping in its order; text that holds JSON is parsed once for all of them. */
  public static List<Accessor> compile(
      Mapping mapping,
      @Nullable Schema keySchema,
      @Nullable Schema valueSchema,
      @Nullable Schema elementSchema) {
    Accessors accessors = new Accessors(new PathReaders(keySchema, valueSchema, elementSchema));
    return mapping.columns().stream().map(column -> accessors.compile(column.source())).toList();
  }

  /**
   * A single source.
   *
   * @param keySchema null where keys carry none; the others likewise
   */
  public static Accessor compile(
      ColumnSource source,
      @Nullable Schema keySchema,
      @Nullable Schema valueSchema,
      @Nullable Schema elementSchema) {
    return new Accessors(new PathReaders(keySchema, valueSchema, elementSchema)).compile(source);
  }

  private Accessor compile(ColumnSource source) {
    if (source instanceof Path path) {
      return paths.compile(path);
    }
    if (source instanceof Metadata metadata) {
      return switch (metadata) {
        case TOPIC -> accessor(Schema.STRING_SCHEMA, SinkRecord::topic);
        case PARTITION -> accessor(Schema.OPTIONAL_INT32_SCHEMA, SinkRecord::kafkaPartition);
        case OFFSET -> accessor(Schema.INT64_SCHEMA, SinkRecord::kafkaOffset);
        case TIMESTAMP -> accessor(OPTIONAL_TIMESTAMP, Accessors::timestamp);
      };
    }
    if (source instanceof Literal literal) {
      Object value = literal.value();
      return accessor(null, record -> value);
    }
    if (source instanceof WithDefault either) {
      return new DefaultAccessor(compile(either.source()), either.otherwise().value());
    }
    if (source instanceof Now) {
      return accessor(null, record -> Uuids.timeBased());
    }
    throw new IllegalStateException(source.toString());
  }

  private static @Nullable Object timestamp(SinkRecord record) {
    Long millis = record.timestamp();
    return millis == null ? null : new Date(millis);
  }

  private static Accessor accessor(@Nullable Schema schema, RecordReader reader) {
    return new RecordAccessor(schema, reader);
  }

  private interface RecordReader {
    @Nullable Object read(SinkRecord record);
  }

  private record RecordAccessor(@Nullable Schema schema, RecordReader reader) implements Accessor {
    @Override
    public @Nullable Object read(SinkRecord record, @Nullable Object element) {
      return reader.read(record);
    }
  }

  private record DefaultAccessor(Accessor source, Object otherwise) implements Accessor {
    @Override
    public Object read(SinkRecord record, @Nullable Object element) {
      Object value = source.read(record, element);
      return value == null || value == MISSING ? otherwise : value;
    }

    @Override
    public @Nullable Schema schema() {
      return source.schema();
    }
  }
}

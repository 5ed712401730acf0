package io.tickstream.connect.cassandra.table;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.uuid.Uuids;
import io.tickstream.connect.cassandra.codec.CodecSettings;
import io.tickstream.connect.cassandra.codec.ConversionException;
import io.tickstream.connect.cassandra.codec.Encoders;
import io.tickstream.connect.cassandra.mapping.ColumnSource;
import io.tickstream.connect.cassandra.mapping.MappedColumn;
import io.tickstream.connect.cassandra.settings.TableSettings;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;

/** Whether what a mapping knows before any record fits the types of its columns. */
final class ConstantCheck {

  private ConstantCheck() {}

  /** What does not, in words. */
  static List<String> problems(
      TableSettings settings, TableLayout layout, CodecSettings codec, ProtocolVersion protocol) {
    List<String> problems = new ArrayList<>();
    for (MappedColumn mapped : settings.mapping().columns()) {
      TableLayout.Column column = layout.column(mapped.column());
      Object value = column == null ? null : value(mapped.source());
      if (column == null || value == null) {
        continue;
      }
      try {
        Encoders.compile(
                column.type(), value instanceof Date ? Timestamp.SCHEMA : null, codec, protocol)
            .encode(value);
      } catch (ConversionException e) {
        problems.add(
            "column %s of %s is %s, and %s never fits: %s"
                .formatted(
                    mapped.column(),
                    layout.qualifiedName(),
                    column.type().asCql(true, true),
                    text(mapped.source()),
                    e.getMessage()));
      }
    }
    return problems;
  }

  /** A value that will be written, or one like it; null when only records can tell. */
  private static @Nullable Object value(ColumnSource source) {
    if (source instanceof ColumnSource.Literal literal) {
      return literal.value();
    }
    if (source instanceof ColumnSource.WithDefault either) {
      return either.otherwise().value();
    }
    if (source instanceof ColumnSource.Now) {
      return Uuids.startOf(0);
    }
    if (source instanceof ColumnSource.Metadata metadata) {
      return switch (metadata) {
        case TOPIC -> null;
        case PARTITION -> 0;
        case OFFSET -> 0L;
        case TIMESTAMP -> new Date(0);
      };
    }
    return null;
  }

  private static String text(ColumnSource source) {
    return source instanceof ColumnSource.WithDefault ? "its default" : Sources.text(source);
  }
}

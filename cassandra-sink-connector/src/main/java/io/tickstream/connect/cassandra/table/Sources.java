package io.tickstream.connect.cassandra.table;

import io.tickstream.connect.cassandra.mapping.ColumnSource;
import java.util.Locale;

/** What a binder wants to know of where a column's value comes from. */
final class Sources {

  private Sources() {}

  /** Whether the value has nothing to do with the record's key, value and headers. */
  static boolean isConstant(ColumnSource source) {
    return !(source instanceof ColumnSource.Path)
        && !(source instanceof ColumnSource.WithDefault either && !isConstant(either.source()));
  }

  static boolean readsValue(ColumnSource source) {
    if (source instanceof ColumnSource.WithDefault either) {
      return readsValue(either.source());
    }
    return source instanceof ColumnSource.Path path
        && (path.root() == ColumnSource.Root.VALUE || path.root() == ColumnSource.Root.ELEMENT);
  }

  /** As the mapping writes it, near enough for a message. */
  static String text(ColumnSource source) {
    if (source instanceof ColumnSource.Path path) {
      StringBuilder text = new StringBuilder(path.root().name().toLowerCase(Locale.ROOT));
      for (ColumnSource.Step step : path.steps()) {
        if (step instanceof ColumnSource.Step.Name name) {
          text.append('.').append(name.name());
        } else if (step instanceof ColumnSource.Step.Index index) {
          text.append('[').append(index.index()).append(']');
        }
      }
      return text.toString();
    }
    if (source instanceof ColumnSource.WithDefault either) {
      return text(either.source());
    }
    if (source instanceof ColumnSource.Metadata metadata) {
      return metadata.name().toLowerCase(Locale.ROOT) + "()";
    }
    return source instanceof ColumnSource.Now ? "now()" : "a literal";
  }
}

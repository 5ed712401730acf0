package io.tickstream.connect.cassandra.table;

import com.datastax.oss.driver.api.core.metadata.Metadata;
import java.util.function.Supplier;

/**
 * Notices when a table is no longer what statements were prepared for. The driver learns of changes
 * from the cluster and keeps one immutable picture of it until something changes, so that looking
 * costs next to nothing. Used by one thread at a time.
 */
final class SchemaWatch {
  private final Supplier<Metadata> metadata;
  private final TableLayout layout;
  private Metadata seen;

  /**
   * @param layout what {@code seen} shows of the table, see {@link TableLayout#in}
   */
  SchemaWatch(Supplier<Metadata> metadata, Metadata seen, TableLayout layout) {
    this.metadata = metadata;
    this.layout = layout;
    this.seen = seen;
  }

  @SuppressWarnings("ReferenceEquality") // Comparing content for each record costs too much.
  boolean hasChanged() {
    Metadata now = metadata.get();
    if (now == seen) {
      return false;
    }
    if (!layout.equals(TableLayout.in(now, layout.keyspace(), layout.table()))) {
      return true;
    }
    seen = now;
    return false;
  }
}

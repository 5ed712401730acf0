package io.tickstream.connect.cassandra.table;

import io.tickstream.connect.cassandra.codec.ConversionException;
import io.tickstream.connect.cassandra.mapping.Exploder;
import io.tickstream.connect.cassandra.mapping.RecordFilter;
import io.tickstream.connect.cassandra.mapping.RecordPredicate;
import io.tickstream.connect.cassandra.settings.TableSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * What of a record becomes rows of a table: the record itself, or each element of its array, as far
 * as the filter takes it. Compiled for one pair of schemas. Used by one thread at a time.
 */
final class RowSelection {
  private final String table;
  private final Exploder.@Nullable Elements elements;
  private final @Nullable Schema elementSchema;
  private final @Nullable RecordPredicate filter;

  /**
   * For the table's filter and array.
   *
   * @param keySchema null where keys carry none; that of values likewise
   */
  RowSelection(TableSettings settings, @Nullable Schema keySchema, @Nullable Schema valueSchema) {
    Exploder explode = settings.explode();
    RecordFilter wanted = settings.filter();
    this.table = settings.qualifiedName();
    this.elements = explode == null ? null : explode.compile(keySchema, valueSchema);
    this.elementSchema = elements == null ? null : elements.schema();
    this.filter = wanted == null ? null : wanted.compile(keySchema, valueSchema, elementSchema);
  }

  /** Null where elements carry none, and where there are none. */
  @Nullable Schema elementSchema() {
    return elementSchema;
  }

  /**
   * The elements that rows may come of, or null where only the record itself does.
   *
   * @throws BindException when there is something else than an array
   */
  @Nullable List<?> elements(SinkRecord record) {
    if (elements == null || record.value() == null) {
      return null;
    }
    try {
      return elements.of(record);
    } catch (ConversionException e) {
      throw new BindException("table " + table + " explode: " + e.getMessage());
    }
  }

  /**
   * Whether a row comes of the element, or of the record where it is null. Tombstones always pass.
   *
   * @throws BindException when the filter leads through something that has no fields
   */
  boolean takes(SinkRecord record, @Nullable Object element) {
    if (filter == null || record.value() == null) {
      return true;
    }
    try {
      return filter.test(record, element);
    } catch (DataException e) {
      throw new BindException("table " + table + " filter: " + e.getMessage());
    }
  }

  /**
   * All of which rows come, null standing for the record itself. Does not tell of what does not
   * fit: that is done when rows are made.
   */
  List<@Nullable Object> taken(SinkRecord record) {
    List<@Nullable Object> taken = new ArrayList<>();
    for (Object element : candidates(record)) {
      try {
        if (takes(record, element)) {
          taken.add(element);
        }
      } catch (BindException e) {
        // Not this one.
      }
    }
    return taken;
  }

  private List<?> candidates(SinkRecord record) {
    try {
      List<?> found = elements(record);
      return found == null ? Collections.singletonList(null) : found;
    } catch (BindException e) {
      return List.of();
    }
  }
}

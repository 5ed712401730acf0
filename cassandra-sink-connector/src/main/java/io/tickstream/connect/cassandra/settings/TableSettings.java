package io.tickstream.connect.cassandra.settings;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlIdentifier;
import io.tickstream.connect.cassandra.mapping.Exploder;
import io.tickstream.connect.cassandra.mapping.MappedColumn;
import io.tickstream.connect.cassandra.mapping.Mapping;
import io.tickstream.connect.cassandra.mapping.RecordFilter;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How one topic is written to one table.
 *
 * @param prefix of the settings' keys, dot included, for messages
 * @param ttl in {@code ttlUnit}; -1 for none
 * @param filter null for every record
 * @param explode null for one row per record
 */
public record TableSettings(
    String prefix,
    CqlIdentifier keyspace,
    CqlIdentifier table,
    Mapping mapping,
    ConsistencyLevel consistency,
    int ttl,
    TimeUnit ttlUnit,
    TimeUnit timestampUnit,
    boolean nullToUnset,
    boolean deletesEnabled,
    @Nullable String query,
    @Nullable RecordFilter filter,
    @Nullable Exploder explode,
    Creation creation) {

  /**
   * What to do when keyspace, table or columns are missing.
   *
   * @param primaryKey as the user wrote it
   * @param options what follows WITH, or null
   */
  public record Creation(
      AutoCreate create,
      boolean alter,
      @Nullable String primaryKey,
      String replication,
      @Nullable String options) {}

  /** The same with only some of the mapping's columns. */
  public TableSettings withColumns(Predicate<MappedColumn> wanted) {
    Mapping kept = new Mapping(mapping.columns().stream().filter(wanted).toList());
    return new TableSettings(
        prefix,
        keyspace,
        table,
        kept,
        consistency,
        ttl,
        ttlUnit,
        timestampUnit,
        nullToUnset,
        deletesEnabled,
        query,
        filter,
        explode,
        creation);
  }

  /**
   * A time to live as Cassandra takes it. Rounded up, because less than a second would become 0,
   * which is for ever.
   *
   * @param ttl in the unit, not negative
   */
  public static long ttlSeconds(long ttl, TimeUnit unit) {
    long perSecond = unit.convert(1, TimeUnit.SECONDS);
    return perSecond <= 1 ? unit.toSeconds(ttl) : ttl / perSecond + (ttl % perSecond == 0 ? 0 : 1);
  }

  public String key(String setting) {
    return prefix + setting;
  }

  /** {@code keyspace.table}, as CQL has it. */
  public String qualifiedName() {
    return keyspace.asCql(true) + '.' + table.asCql(true);
  }

  public boolean maps(String column) {
    for (MappedColumn mapped : mapping.columns()) {
      if (mapped.column().equals(column)) {
        return true;
      }
    }
    return false;
  }
}

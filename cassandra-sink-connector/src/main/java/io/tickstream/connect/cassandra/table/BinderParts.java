package io.tickstream.connect.cassandra.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a binder is made of.
 *
 * @param stamps indices of the write time's variables; a statement that is a batch has several
 * @param ttls indices of the TTL's variables
 * @param readsValue whether any column comes from the record's value
 */
record BinderParts(
    List<BinderColumn> columns,
    RowStatement upsert,
    List<Integer> stamps,
    List<Integer> ttls,
    @Nullable SpecialColumns ttl,
    @Nullable SpecialColumns timestamp,
    boolean nullToUnset,
    boolean readsValue,
    @Nullable DeleteBinder delete) {}

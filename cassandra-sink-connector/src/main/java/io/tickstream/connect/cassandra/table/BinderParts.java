package io.tickstream.connect.cassandra.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a binder is made of.
 *
 * @param stampIndex of the write time's variable, -1 for none
 * @param ttlIndex of the TTL's variable, -1 for none
 * @param readsValue whether any column comes from the record's value
 */
record BinderParts(
    List<BinderColumn> columns,
    RowStatement upsert,
    int stampIndex,
    int ttlIndex,
    @Nullable SpecialColumns ttl,
    @Nullable SpecialColumns timestamp,
    boolean nullToUnset,
    boolean readsValue,
    @Nullable DeleteBinder delete) {}

package io.tickstream.connect.expressions;

import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a path starts: how many of its first steps named the root, and how to get from the input to
 * the root's value.
 *
 * @param steps how many steps of the path the root itself takes up: 0 for bare field names, 1 for
 *     {@code value.price}, 2 for {@code header.source}
 * @param schema the root's schema when it is known while compiling; null makes the path look up
 *     names in each value (schemaless maps, headers)
 * @param reader from the input to the root's value
 */
public record Root<R>(int steps, @Nullable Schema schema, Reader<R> reader) {}

/**
 * Real servers as local processes: brokers, Connect workers, a schema registry, Cassandra. Start
 * with {@link io.tickstream.connect.stack.LocalStack#builder()}, or share one per JVM through
 * {@link io.tickstream.connect.stack.SharedStack}.
 */
@NullMarked
package io.tickstream.connect.stack;

import org.jspecify.annotations.NullMarked;

/**
 * Values of Kafka Connect to bytes of CQL: one compiled {@link
 * io.tickstream.connect.cassandra.codec.Encoder} per column type and schema. Knows nothing of
 * records, mappings or sessions.
 */
@NullMarked
package io.tickstream.connect.cassandra.codec;

import org.jspecify.annotations.NullMarked;

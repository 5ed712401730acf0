/** The way of a record from put() to a committed offset. */
@NullMarked
package io.tickstream.connect.cassandra.write;

import org.jspecify.annotations.NullMarked;

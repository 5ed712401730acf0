/** The Cassandra sink connector. */
@NullMarked
package io.tickstream.connect.cassandra;

import org.jspecify.annotations.NullMarked;

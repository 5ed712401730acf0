/** The sessions to Cassandra that the tasks of a worker share. */
@NullMarked
package io.tickstream.connect.cassandra.session;

import org.jspecify.annotations.NullMarked;

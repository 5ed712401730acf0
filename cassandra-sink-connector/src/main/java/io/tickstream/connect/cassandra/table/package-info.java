/** What is known of a Cassandra table, its statements, and how a record becomes a row of it. */
@NullMarked
package io.tickstream.connect.cassandra.table;

import org.jspecify.annotations.NullMarked;

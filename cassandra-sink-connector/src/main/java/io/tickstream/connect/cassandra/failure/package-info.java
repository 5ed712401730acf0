/** What went wrong with a write, and what follows from it. */
@NullMarked
package io.tickstream.connect.cassandra.failure;

import org.jspecify.annotations.NullMarked;

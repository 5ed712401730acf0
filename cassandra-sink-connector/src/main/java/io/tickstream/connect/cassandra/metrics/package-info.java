/** What the sink tells about itself. */
@NullMarked
package io.tickstream.connect.cassandra.metrics;

import org.jspecify.annotations.NullMarked;

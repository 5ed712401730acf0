/** What a task tells about itself. */
@NullMarked
package io.tickstream.connect.market.metrics;

import org.jspecify.annotations.NullMarked;

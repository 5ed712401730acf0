/** Reads and writes points in time in the forms that market data uses. */
@NullMarked
package io.tickstream.connect.transforms.time;

import org.jspecify.annotations.NullMarked;

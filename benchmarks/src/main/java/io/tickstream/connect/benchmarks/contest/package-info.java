/** Runs contestants in turn on one stack and measures each of them the same way. */
@NullMarked
package io.tickstream.connect.benchmarks.contest;

import org.jspecify.annotations.NullMarked;

/** Runs the benchmarks: the command, its options, and what it hands to the rooms below. */
@NullMarked
package io.tickstream.connect.benchmarks;

import org.jspecify.annotations.NullMarked;

/** Reads clocks and counters of processes and of the machine, and sums them up. */
@NullMarked
package io.tickstream.connect.benchmarks.measure;

import org.jspecify.annotations.NullMarked;

/** The rows that every contestant writes: generated from their index, preloaded, and checked. */
@NullMarked
package io.tickstream.connect.benchmarks.load;

import org.jspecify.annotations.NullMarked;

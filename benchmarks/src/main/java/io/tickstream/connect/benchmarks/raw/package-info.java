/**
 * The floors without Connect: the driver alone and the producer alone, each in a process of its
 * own.
 */
@NullMarked
package io.tickstream.connect.benchmarks.raw;

import org.jspecify.annotations.NullMarked;

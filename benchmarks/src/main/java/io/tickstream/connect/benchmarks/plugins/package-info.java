/**
 * The floors inside Connect: a sink that does nothing and a source that emits one prebuilt record.
 */
@NullMarked
package io.tickstream.connect.benchmarks.plugins;

import org.jspecify.annotations.NullMarked;

/**
 * Runs inside each server's JVM; uses nothing but the JDK, so that it can stand on any server's
 * classpath.
 */
@NullMarked
package io.tickstream.connect.stack.launcher;

import org.jspecify.annotations.NullMarked;

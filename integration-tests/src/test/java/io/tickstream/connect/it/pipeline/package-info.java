/** The configurations under {@code config/connectors}, run as they are shipped. */
@NullMarked
package io.tickstream.connect.it.pipeline;

import org.jspecify.annotations.NullMarked;

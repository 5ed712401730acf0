/** The scenarios under {@code config/scenarios}, run as they are shipped. */
@NullMarked
package io.tickstream.connect.it.scenario;

import org.jspecify.annotations.NullMarked;

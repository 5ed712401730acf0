/** The script {@code config/deploy} against a running worker. */
@NullMarked
package io.tickstream.connect.it.deploy;

import org.jspecify.annotations.NullMarked;

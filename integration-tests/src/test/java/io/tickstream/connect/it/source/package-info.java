/** The market source on real workers that are killed, paused and told other offsets. */
@NullMarked
package io.tickstream.connect.it.source;

import org.jspecify.annotations.NullMarked;

/** The market source connector. */
@NullMarked
package io.tickstream.connect.market;

import org.jspecify.annotations.NullMarked;

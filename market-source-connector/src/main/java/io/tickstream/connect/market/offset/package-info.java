/** Positions in a symbol's history, and which events lie beyond them. */
@NullMarked
package io.tickstream.connect.market.offset;

import org.jspecify.annotations.NullMarked;

/** Bars, quotes and streamed trades of Massive, once Polygon. */
@NullMarked
package io.tickstream.connect.market.provider.massive;

import org.jspecify.annotations.NullMarked;

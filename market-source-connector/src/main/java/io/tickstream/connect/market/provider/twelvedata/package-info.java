/** Quotes and bars of Twelve Data. */
@NullMarked
package io.tickstream.connect.market.provider.twelvedata;

import org.jspecify.annotations.NullMarked;

/** Quotes of stockdata.org. */
@NullMarked
package io.tickstream.connect.market.provider.stockdata;

import org.jspecify.annotations.NullMarked;

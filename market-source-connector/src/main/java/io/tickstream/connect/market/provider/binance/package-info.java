/** Trades, quotes and bars of Binance's spot market. */
@NullMarked
package io.tickstream.connect.market.provider.binance;

import org.jspecify.annotations.NullMarked;

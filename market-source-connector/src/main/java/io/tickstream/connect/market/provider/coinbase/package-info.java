/** Trades, quotes and bars of Coinbase Exchange. */
@NullMarked
package io.tickstream.connect.market.provider.coinbase;

import org.jspecify.annotations.NullMarked;

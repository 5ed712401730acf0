/** Quotes and streamed trades of Finnhub. */
@NullMarked
package io.tickstream.connect.market.provider.finnhub;

import org.jspecify.annotations.NullMarked;

/** Quotes and bars of Alpha Vantage. */
@NullMarked
package io.tickstream.connect.market.provider.alphavantage;

import org.jspecify.annotations.NullMarked;

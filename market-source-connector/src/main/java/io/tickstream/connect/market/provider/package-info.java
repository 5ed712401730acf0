/** Providers: what is particular to one venue, without threads, retries or clocks. */
@NullMarked
package io.tickstream.connect.market.provider;

import org.jspecify.annotations.NullMarked;

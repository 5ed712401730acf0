/** Bars and quotes of Yahoo Finance's chart, which is not an official interface. */
@NullMarked
package io.tickstream.connect.market.provider.yahoo;

import org.jspecify.annotations.NullMarked;

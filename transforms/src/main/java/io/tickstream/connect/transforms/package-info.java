/** Single message transforms and predicates for market data. */
@NullMarked
package io.tickstream.connect.transforms;

import org.jspecify.annotations.NullMarked;

/** The spelling of trading pairs. */
@NullMarked
package io.tickstream.connect.transforms.symbol;

import org.jspecify.annotations.NullMarked;

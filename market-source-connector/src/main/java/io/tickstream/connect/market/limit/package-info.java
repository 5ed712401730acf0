/** Request budgets and waiting. */
@NullMarked
package io.tickstream.connect.market.limit;

import org.jspecify.annotations.NullMarked;

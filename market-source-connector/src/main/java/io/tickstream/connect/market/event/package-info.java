/** Market events: what every venue's answers are turned into. */
@NullMarked
package io.tickstream.connect.market.event;

import org.jspecify.annotations.NullMarked;

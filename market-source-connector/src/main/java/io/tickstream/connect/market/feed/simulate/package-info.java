/** The feed that makes a market up, the same one every time. */
@NullMarked
package io.tickstream.connect.market.feed.simulate;

import org.jspecify.annotations.NullMarked;

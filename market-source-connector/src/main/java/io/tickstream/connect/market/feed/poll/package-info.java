/** The feed that asks a venue again and again. */
@NullMarked
package io.tickstream.connect.market.feed.poll;

import org.jspecify.annotations.NullMarked;

/** The feed that reads recorded markets from files. */
@NullMarked
package io.tickstream.connect.market.feed.replay;

import org.jspecify.annotations.NullMarked;

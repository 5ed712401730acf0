/** The feed that a venue pushes to over WebSocket, with its gaps filled over HTTP. */
@NullMarked
package io.tickstream.connect.market.feed.stream;

import org.jspecify.annotations.NullMarked;

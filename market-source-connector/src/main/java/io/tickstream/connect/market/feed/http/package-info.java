/** HTTP: requests sent, answers received, nothing of what they mean. */
@NullMarked
package io.tickstream.connect.market.feed.http;

import org.jspecify.annotations.NullMarked;

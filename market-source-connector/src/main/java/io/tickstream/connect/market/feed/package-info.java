/** Feeds: threads, retries, back-pressure and reconnects between a provider and the task. */
@NullMarked
package io.tickstream.connect.market.feed;

import org.jspecify.annotations.NullMarked;

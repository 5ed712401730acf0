package io.tickstream.connect.market.feed;

import io.tickstream.connect.market.offset.Positioned;
import java.util.List;

/**
 * Events that belong together: a page, a frame with the gap before it. With connector-defined
 * transactions the whole of it becomes visible at once.
 */
public record Batch(List<Positioned> events) {}

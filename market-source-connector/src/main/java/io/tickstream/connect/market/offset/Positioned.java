package io.tickstream.connect.market.offset;

import io.tickstream.connect.market.event.MarketEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event and where it stands in its symbol's history.
 *
 * @param partition Connect's source partition, one instance per symbol
 * @param offset Connect's source offset: from here on after a restart
 * @param raw the venue's own text of the event, where {@code value.mode} asks for it
 * @param marks why the event is not as it should be, where faults were injected
 */
public record Positioned(
    MarketEvent event,
    Map<String, String> partition,
    Map<String, ?> offset,
    @Nullable String raw,
    List<String> marks) {}

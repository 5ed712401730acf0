package io.tickstream.connect.market.provider;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of one answer, oldest first for each symbol. Some may be known already; the feed drops
 * those.
 *
 * @param unknown symbols of the request that the venue does not know
 * @param malformed elements left out because they were not what the venue documents
 * @param next the request to go on with at once; null when this was the last page for now. Its
 *     answer brings nothing of a symbol that failed in this one, so that the symbol's cursor stays
 *     before what is missing; after the last page everything is asked for from the cursors again
 */
public record Page(List<Item> items, Set<String> unknown, int malformed, @Nullable Request next)
    implements Reply {

  public Page {
    items = List.copyOf(items);
    unknown = Set.copyOf(unknown);
  }

  public static Page of(List<Item> items) {
    return new Page(items, Set.of(), 0, null);
  }

  public Page withUnknown(Set<String> symbols) {
    return new Page(items, symbols, malformed, next);
  }

  public Page withMalformed(int elements) {
    return new Page(items, unknown, elements, next);
  }

  public Page withNext(@Nullable Request request) {
    return new Page(items, unknown, malformed, request);
  }
}

package io.tickstream.connect.market.feed.stream;

import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Stream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the symbols that a venue would accept silently, and never send anything for. Used by the
 * loop only.
 */
final class Verification {

  private final Stream stream;
  private final GapFiller filler;
  private final int batchSize;

  Verification(Stream stream, GapFiller filler, int batchSize) {
    this.stream = stream;
    this.filler = filler;
    this.batchSize = Math.max(1, batchSize);
  }

  /** Those of the symbols that are unknown; none where the venue is out of reach. */
  Set<String> unknown(List<String> symbols) throws InterruptedException {
    Set<String> unknown = new HashSet<>();
    for (int from = 0; from < symbols.size(); from += batchSize) {
      find(symbols.subList(from, Math.min(symbols.size(), from + batchSize)), unknown);
    }
    return unknown;
  }

  private void find(List<String> symbols, Set<String> unknown) throws InterruptedException {
    Optional<Request> request = stream.verification(symbols);
    if (request.isEmpty()) {
      return;
    }
    Reply reply = filler.ask(request.get());
    if (reply instanceof Page page) {
      unknown.addAll(page.unknown());
    } else if (reply instanceof Failure.UnknownSymbols failure) {
      if (!failure.symbols().isEmpty()) {
        unknown.addAll(failure.symbols());
      } else if (symbols.size() > 1) {
        int half = symbols.size() / 2;
        find(symbols.subList(0, half), unknown);
        find(symbols.subList(half, symbols.size()), unknown);
      }
    }
  }
}

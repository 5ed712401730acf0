package io.tickstream.connect.market.provider.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Side;
import io.tickstream.connect.market.event.Trade;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Frame;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Stream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * {@code /products/…/trades}, and the channel {@code matches}. Pages run backwards from an id; as a
 * product's ids are consecutive, asking for what is before {@code id + page} goes forward. A time
 * is found by halving the ids.
 */
final class Trades extends CoinbaseVenue {

  private static final int PAGE = 1000;

  /** The request was for everything behind an id. */
  private record Behind(long id) {}

  /** The request looks for a time: its first trade has one of these ids. */
  private record Search(long fromMs, long low, long high) {
    private static final long UNKNOWN = Long.MAX_VALUE;

    long middle() {
      return low + (high - low) / 2;
    }

    /** What is left after the trade in the middle, or the last one before it, has been seen. */
    Search narrowed(long seenId, long seenMs) {
      return seenMs < fromMs
          ? new Search(fromMs, middle() + 1, high)
          : new Search(fromMs, low, Math.min(seenId, middle()));
    }
  }

  Trades(Settings settings) {
    super(settings);
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    return from.published()
        ? behind(symbols, Long.parseLong(from.id()))
        : get("/trades?limit=" + PAGE, symbols).withNote(new Search(from.ts(), 1, Search.UNKNOWN));
  }

  private Request behind(List<String> symbols, long id) {
    return get("/trades?limit=" + PAGE + "&after=" + (id + PAGE + 1), symbols)
        .withNote(new Behind(id));
  }

  private Request search(List<String> symbols, Search search) {
    return search.high - search.low < PAGE
        ? behind(symbols, search.low - 1)
        : get("/trades?limit=1&after=" + (search.middle() + 1), symbols).withNote(search);
  }

  @Override
  Reply read(Request request, Response response, JsonNode root) {
    if (!root.isArray()) {
      throw new IllegalArgumentException("the answer is not a list");
    }
    if (root.isEmpty()) {
      return Page.of(List.of());
    }
    if (request.note() instanceof Search search) {
      return searched(search, request, response, root);
    }
    Page page = page(request, response, root);
    long highest = id(root.get(0));
    return request.note() instanceof Behind behind && highest >= behind.id + PAGE
        ? page.withNext(behind(request.symbols(), highest))
        : page;
  }

  private Reply searched(Search search, Request request, Response response, JsonNode root) {
    JsonNode oldest = root.get(root.size() - 1);
    long oldestMs = time(oldest.get("time")).toEpochMilli();
    if (search.high != Search.UNKNOWN) {
      return Page.of(List.of())
          .withNext(search(request.symbols(), search.narrowed(id(oldest), oldestMs)));
    }
    // These are the latest; most often they reach back far enough.
    return oldestMs <= search.fromMs || root.size() < PAGE
        ? page(request, response, root)
        : Page.of(List.of())
            .withNext(search(request.symbols(), new Search(search.fromMs, 1, id(oldest))));
  }

  private Page page(Request request, Response response, JsonNode root) {
    List<JsonNode> oldestFirst = new ArrayList<>();
    root.forEach(oldestFirst::add);
    Collections.reverse(oldestFirst);
    Items items = new Items(settings, response.receivedMs());
    for (JsonNode trade : oldestFirst) {
      items.add(trade, () -> trade(request.symbols().get(0), trade));
    }
    return items.page();
  }

  private static long id(JsonNode trade) {
    return Json.whole(trade.get("trade_id"), "trade_id");
  }

  private static Trade trade(String symbol, JsonNode node) {
    Instant time = time(node.get("time"));
    // The venue names the side of the maker.
    boolean buyerMaker =
        switch (Json.requireText(node.get("side"), "side")) {
          case "buy" -> true;
          case "sell" -> false;
          default -> throw new IllegalArgumentException("side is neither buy nor sell");
        };
    return new Trade(
        symbol,
        time.toEpochMilli(),
        Json.requireAmount(node.get("price"), "price"),
        Json.requireAmount(node.get("size"), "size"),
        Long.toString(id(node)),
        buyerMaker ? Side.SELL : Side.BUY,
        buyerMaker,
        null,
        ChronoUnit.MICROS.between(Instant.EPOCH, time));
  }

  @Override
  public boolean hasHistory() {
    return true;
  }

  @Override
  public boolean sequentialIds() {
    return true;
  }

  @Override
  public Optional<Stream> stream() {
    return Optional.of(new CoinbaseStream(settings, "matches", this::streamed));
  }

  private Frame streamed(String type, JsonNode node, long receivedMs) {
    return switch (type) {
      case "match" -> {
        Items items = new Items(settings, receivedMs);
        items.add(node, () -> trade(Json.requireText(node.get("product_id"), "product_id"), node));
        yield items.frame();
      }
      case "last_match" -> lastTrade(node, id(node));
      case "heartbeat" -> lastTrade(node, Json.whole(node.get("last_trade_id"), "last_trade_id"));
      default -> new Frame.Alive();
    };
  }

  private static Frame lastTrade(JsonNode node, long id) {
    return new Frame.LastTrade(
        Json.requireText(node.get("product_id"), "product_id"),
        Long.toString(id),
        time(node.get("time")).toEpochMilli());
  }
}

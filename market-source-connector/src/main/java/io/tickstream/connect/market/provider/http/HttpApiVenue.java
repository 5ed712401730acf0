package io.tickstream.connect.market.provider.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Bars;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Spellings;
import io.tickstream.connect.market.provider.Venue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.jspecify.annotations.Nullable;

/** An API as the configuration describes it. */
final class HttpApiVenue implements Venue {

  private final Settings settings;
  private final AbstractConfig options;
  private final Call call;
  private final Rows rows;
  private final Events events;
  private final ErrorRules errors;
  private final String paging;

  HttpApiVenue(Settings settings) {
    this.settings = settings;
    this.options = settings.options();
    this.call = new Call(settings);
    this.rows = new Rows(options);
    this.events = new Events(settings);
    this.errors = new ErrorRules(options);
    this.paging = options.getString(JsonOptions.PAGING);
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    long page = options.getLong(JsonOptions.PAGE_FIRST);
    return call.request(symbols, Call.Position.begin(from, page, nowMs));
  }

  @Override
  public Reply parse(Request request, Response response) {
    Reply reply = Json.reply(response, root -> read(request, response, root));
    if (response.successful() || !(reply instanceof Failure.Transient)) {
      return reply;
    }
    // An error page that is no JSON may still be told by its status.
    Failure byStatus = errors.ofAnswer(request, response, MissingNode.getInstance());
    return byStatus == null ? reply : byStatus;
  }

  private Reply read(Request request, Response response, JsonNode root) {
    Failure failure = errors.ofAnswer(request, response, root);
    if (failure != null) {
      return failure;
    }
    Items items = new Items(settings, response.receivedMs());
    Bars bars = Bars.of(settings, response);
    Spellings spellings = new Spellings(request.symbols());
    Set<String> missing = new HashSet<>(request.symbols());
    Set<String> unknown = new HashSet<>();
    Set<String> before = request.note() instanceof Call.Position at ? at.failed() : Set.of();
    Set<String> failed = new HashSet<>(before);
    List<Row> found = rows.of(root);
    for (Row row : found) {
      String symbol = events.symbol(row, request.symbols(), spellings);
      if (symbol != null && before.contains(symbol)) {
        continue;
      }
      Failure broken = errors.ofRecord(request, response, row.node());
      if (broken instanceof Failure.UnknownSymbols) {
        unknown.add(symbol == null ? row.key() : symbol);
      } else if (broken != null && items.list().isEmpty()) {
        return broken;
      } else if (broken != null) {
        // Without a name it may be any of them.
        failed.addAll(symbol == null ? request.symbols() : List.of(symbol));
      } else {
        missing.remove(symbol);
        items.add(() -> events.raw(row), () -> event(symbol, row, bars, response.receivedMs()));
      }
    }
    missing.removeAll(failed);
    if (options.getBoolean(JsonOptions.MISSING_IS_UNKNOWN) && items.malformed() == 0) {
      unknown.addAll(missing);
    }
    unknown.retainAll(request.symbols());
    Page page =
        (byNumber() ? items.numberedPage() : events.identified(items.sortedPage()))
            .withUnknown(unknown);
    // Without history there is nothing that going on could leave behind.
    Set<String> lacking = hasHistory() ? failed : Set.of();
    return request.note() instanceof Call.Position at && !lacking.containsAll(request.symbols())
        ? page.withNext(
            next(page, request, at.after(response.receivedMs(), lacking), root, found.size()))
        : page;
  }

  private boolean byNumber() {
    return settings.dataset() == Dataset.TRADE && sequentialIds();
  }

  private @Nullable MarketEvent event(
      @Nullable String symbol, Row row, Bars bars, long receivedMs) {
    if (symbol == null) {
      throw new IllegalArgumentException("symbol is missing");
    }
    return events.event(symbol, row, bars, receivedMs);
  }

  /** The request to go on with; null when this was the last page. */
  private @Nullable Request next(
      Page page, Request request, Call.Position at, JsonNode root, int records) {
    List<String> symbols = request.symbols();
    boolean full = records >= options.getLong(JsonOptions.PAGE_SIZE);
    return switch (paging) {
      case "link" -> {
        String link = text(root, JsonOptions.PAGE_LINK);
        yield link == null ? null : call.request(symbols, at, link);
      }
      case "token" -> {
        String token = text(root, JsonOptions.PAGE_TOKEN);
        yield token == null || token.equals(at.token())
            ? null
            : call.request(symbols, at.token(token));
      }
      case "number" -> full ? call.request(symbols, at.page(at.page() + 1)) : null;
      case "cursor" ->
          full && !page.items().isEmpty()
              ? call.request(
                  symbols,
                  at.from(behind(page.items().get(page.items().size() - 1).event(), at.from())))
              : null;
      case "window" ->
          call.windowEndMs(at) <= at.nowMs()
              ? call.request(symbols, at.window(call.windowEndMs(at)))
              : null;
      default -> null;
    };
  }

  /** Behind the last event; a full page of one and the same time must not come again and again. */
  private static Cursor behind(MarketEvent last, Cursor from) {
    boolean stuck = last.timeMs() <= from.ts() && last.id().equals(from.id());
    return new Cursor(stuck ? last.timeMs() + 1 : last.timeMs(), last.id());
  }

  private @Nullable String text(JsonNode root, String option) {
    return Json.text(root.at(JsonPointer.compile(options.getString(option))));
  }

  @Override
  public boolean hasHistory() {
    return call.has(Template.CURSOR_TS, Template.CURSOR_ID);
  }

  @Override
  public boolean sequentialIds() {
    return options.getBoolean(JsonOptions.SEQUENTIAL);
  }
}

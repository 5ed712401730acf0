package io.tickstream.connect.market.feed.stream;

import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.feed.http.HttpClient;
import io.tickstream.connect.market.feed.poll.PollLimits;
import io.tickstream.connect.market.feed.poll.PollOptions;
import io.tickstream.connect.market.limit.Backoff;
import io.tickstream.connect.market.limit.Budget;
import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.offset.Track;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Venue;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches over HTTP what a stream has missed, within the venue's limits, and does not give up: what
 * comes after a gap is worth nothing without it. Used by the loop only.
 */
final class GapFiller {

  private static final Logger LOG = LoggerFactory.getLogger(GapFiller.class);

  /** Takes pages as they come. */
  @FunctionalInterface
  interface Pages {
    void take(Page page) throws InterruptedException;
  }

  private final Venue venue;
  private final FeedContext context;
  private final HttpClient http;
  private final Budget budget;
  private final Backoff backoff;
  private boolean warned;
  private boolean warnedOfLong;

  GapFiller(Provider provider, Venue venue, FeedContext context, HttpClient http) {
    this.venue = venue;
    this.context = context;
    this.http = http;
    var options = context.settings().options();
    this.budget =
        new Budget(PollLimits.of(options, provider.limits(context.settings())), context.tasks());
    this.backoff =
        new Backoff(
            options.getLong(PollOptions.BACKOFF_INITIAL_MS),
            options.getLong(PollOptions.BACKOFF_MAX_MS),
            bound -> ThreadLocalRandom.current().nextLong(bound));
  }

  /**
   * Brings everything from a symbol's cursor to the present.
   *
   * @return whether the venue knows the symbol
   */
  boolean fill(Track track, Pages pages) throws InterruptedException {
    List<String> symbol = List.of(track.symbol());
    Request request = venue.request(symbol, track.askFrom(), context.clock().nowMs());
    while (request != null) {
      Page page = page(request);
      if (page == null || !page.unknown().isEmpty()) {
        return false;
      }
      pages.take(page);
      request = page.next();
    }
    return true;
  }

  /**
   * Asks until there is an answer.
   *
   * @return null when the venue does not know a symbol
   */
  private @Nullable Page page(Request request) throws InterruptedException {
    while (true) {
      Reply reply = ask(request);
      if (reply instanceof Page page) {
        backoff.reset();
        warned = false;
        warnedOfLong = false;
        context.metrics().add(Metric.MALFORMED, page.malformed());
        return page;
      }
      context.metrics().add(Metric.FAILED_REQUESTS, 1);
      if (reply instanceof Failure.UnknownSymbols) {
        return null;
      }
      pause(request, (Failure) reply);
    }
  }

  private void pause(Request request, Failure failure) throws InterruptedException {
    String asked = context.redactor().clean(request);
    String reason = context.redactor().clean(failure.reason());
    long told =
        Waits.ms(
            failure,
            context.clock().nowMs(),
            asked + ", to fill a gap of the stream, was refused: " + reason);
    if (told != Waits.BACK_OFF) {
      context.metrics().add(Metric.THROTTLED_MS, told);
    }
    long waitMs = told == Waits.BACK_OFF ? backoff.nextMs() : told;
    boolean forLong =
        failure instanceof Failure.QuotaExhausted || failure instanceof Failure.Banned;
    // Whoever reads a stream wants to know at once that it stands still, and once.
    if (!warned || (forLong && !warnedOfLong)) {
      LOG.warn(
          "{} for {}, to fill a gap, failed: {}. The stream waits; trying again in {} ms.",
          asked,
          request.symbols(),
          reason,
          waitMs);
    }
    warned = true;
    warnedOfLong |= forLong;
    context.metrics().set(Metric.QUOTA_PAUSED, forLong ? 1 : 0);
    context.clock().sleep(waitMs);
    context.metrics().set(Metric.QUOTA_PAUSED, 0);
  }

  /** Asks once; whatever comes of it is a reply. */
  Reply ask(Request request) throws InterruptedException {
    for (long limited = limited(request); limited > 0; limited = limited(request)) {
      context.metrics().add(Metric.THROTTLED_MS, limited);
      context.clock().sleep(limited);
    }
    budget.spend(request.weight(), context.clock().nowMs());
    context.metrics().add(Metric.REQUESTS, 1);
    try {
      Response response = context.redactor().clean(http.send(request));
      venue.usage(response).forEach(usage -> budget.observe(usage, context.clock().nowMs()));
      return venue.parse(request, response);
    } catch (IOException broken) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return new Failure.Transient(broken.getClass().getSimpleName() + ": " + broken.getMessage());
    } catch (RuntimeException unforeseen) {
      LOG.debug("{} could not be read", context.redactor().clean(request), unforeseen);
      return new Failure.Transient("the answer could not be read");
    }
  }

  private long limited(Request request) {
    return budget.waitMs(request.weight(), context.clock().nowMs());
  }
}

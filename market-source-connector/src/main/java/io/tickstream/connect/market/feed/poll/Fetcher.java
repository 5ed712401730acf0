package io.tickstream.connect.market.feed.poll;

import io.tickstream.connect.market.feed.Batch;
import io.tickstream.connect.market.feed.BatchQueue;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.feed.Tracks;
import io.tickstream.connect.market.feed.http.HttpClient;
import io.tickstream.connect.market.limit.Budget;
import io.tickstream.connect.market.limit.WallClock;
import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.metrics.SourceMetrics;
import io.tickstream.connect.market.offset.Positioned;
import io.tickstream.connect.market.offset.Track;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Item;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Venue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop of a {@link PollFeed}: picks whoever is due, waits for the allowance, asks, and does
 * what the answer's class demands. Waiting is not failing: only what a human has to change ends it.
 */
final class Fetcher {

  private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

  private final Venue venue;
  private final FeedContext context;
  private final HttpClient http;
  private final BatchQueue queue;
  private final WallClock clock;
  private final SourceMetrics metrics;
  private final Budget budget;
  private final Schedule schedule;
  private final Pauses pauses;
  private final @Nullable Envelopes envelopes;

  Fetcher(Provider provider, Venue venue, FeedContext context, HttpClient http, BatchQueue queue) {
    this.venue = venue;
    this.context = context;
    this.http = http;
    this.queue = queue;
    this.clock = context.clock();
    this.metrics = context.metrics();
    this.budget =
        new Budget(
            PollLimits.of(context.settings().options(), provider.limits(context.settings())),
            context.tasks());
    this.schedule = new Schedule(provider, venue, context, budget.mostWeight());
    this.pauses = new Pauses(context);
    this.envelopes =
        context.envelopeTimeField() == null
            ? null
            : new Envelopes(provider.name(), context, context.envelopeTimeField());
  }

  void run() throws InterruptedException {
    while (true) {
      long now = clock.nowMs();
      Unit unit = schedule.first();
      long wait = Math.max(unit == null ? 500 : unit.dueMs - now, pauses.untilMs() - now);
      if (wait > 0 || unit == null) {
        clock.sleep(Math.min(wait, 60_000));
        continue;
      }
      Request request =
          unit.next != null ? unit.next : venue.request(unit.symbols(), unit.from(), now);
      long limited = budget.waitMs(request.weight(), now);
      if (limited > 0) {
        metrics.add(Metric.THROTTLED_MS, limited);
        clock.sleep(limited);
        continue;
      }
      pauses.over();
      schedule.take(unit);
      handle(unit, request, ask(request));
    }
  }

  /** Asks once. A connection that fails is a reply too. */
  private Answer ask(Request request) throws InterruptedException {
    budget.spend(request.weight(), clock.nowMs());
    metrics.add(Metric.REQUESTS, 1);
    try {
      Response response = context.redactor().clean(http.send(request));
      venue.usage(response).forEach(usage -> budget.observe(usage, clock.nowMs()));
      long left = budget.left(clock.nowMs());
      metrics.set(Metric.BUDGET_LEFT, left == Long.MAX_VALUE ? -1 : left);
      return new Answer(parse(request, response), response);
    } catch (IOException broken) {
      // A timeout is an InterruptedIOException too; only the thread's own flag tells a stop.
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return new Answer(new Failure.Transient(describe(broken)), null);
    }
  }

  private Reply parse(Request request, Response response) {
    try {
      return venue.parse(request, response);
    } catch (RuntimeException unforeseen) {
      // A provider promises not to throw; one that does must not take the task down over a strange
      // answer.
      LOG.debug("{} could not be read", context.redactor().clean(request), unforeseen);
      return new Failure.Transient(
          "the answer could not be read (" + unforeseen.getClass().getSimpleName() + ")");
    }
  }

  private static String describe(IOException broken) {
    String message = broken.getMessage();
    return broken.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  private void handle(Unit unit, Request request, Answer answer) throws InterruptedException {
    if (answer.reply() instanceof Page page) {
      accept(unit, page, answer.response());
      return;
    }
    metrics.add(Metric.FAILED_REQUESTS, 1);
    Failure failure = (Failure) answer.reply();
    String asked = context.redactor().clean(request);
    String reason = context.redactor().clean(failure.reason());
    if (failure instanceof Failure.UnknownSymbols unknown) {
      schedule.drop(unit, unknown.symbols(), reason);
      return;
    }
    schedule.put(unit);
    if (failure instanceof Failure.Throttled throttled) {
      pauses.throttled(throttled, asked, reason);
    } else if (failure instanceof Failure.QuotaExhausted quota) {
      pauses.quota(quota, asked, reason);
    } else if (failure instanceof Failure.Banned banned) {
      pauses.banned(banned, asked, reason);
    } else if (failure instanceof Failure.BadCredentials) {
      throw new ConnectException(
          asked + " was refused: " + reason + "; check api.key and what it is entitled to");
    } else if (failure instanceof Failure.Refused) {
      throw new ConnectException(
          asked + " will never be answered: " + reason + "; check the connector's options");
    } else {
      // Without an answer the venue is out of reach for every symbol, else only these are known to
      // be.
      boolean outOfReach = answer.response() == null;
      long waitMs = pauses.failed(unit, asked, reason, outOfReach);
      if (answer.response() != null) {
        schedule.delay(unit, waitMs);
        metrics.add(Metric.MALFORMED, answer.response().successful() ? 1 : 0);
      }
    }
  }

  private void accept(Unit unit, Page page, @Nullable Response response)
      throws InterruptedException {
    pauses.succeeded(unit);
    metrics.add(Metric.MALFORMED, page.malformed());
    List<Positioned> fresh = fresh(unit, page, response);
    queue.put(new Batch(fresh));
    metrics.set(Metric.QUEUE_DEPTH, queue.depth());
    unit.next = page.next();
    if (venue.hasHistory() && unit.next == null) {
      unit.tracks.forEach(Track::settle);
    }
    schedule.done(unit, page.unknown(), !fresh.isEmpty());
  }

  private List<Positioned> fresh(Unit unit, Page page, @Nullable Response response) {
    if (envelopes == null || response == null) {
      return news(unit, page);
    }
    Positioned document = null;
    if (venue.hasHistory()) {
      document = envelopes.around(news(unit, page), response);
    } else if (!page.items().isEmpty()) {
      document = envelopes.changed(unit.symbols(), response);
    }
    return document == null ? List.of() : List.of(document);
  }

  /** The events that have not been published yet; the symbols' cursors move to them. */
  private List<Positioned> news(Unit unit, Page page) {
    List<Positioned> news = new ArrayList<>();
    Map<String, Track> tracks = unit.tracksBySymbol();
    if (venue.hasHistory()) {
      Tracks.recall(unit.tracks, page);
    }
    for (Item item : page.items()) {
      Track track = tracks.get(item.event().symbol());
      Positioned positioned = track == null ? null : track.advance(item.event(), item.raw());
      if (positioned != null) {
        news.add(positioned);
      } else {
        metrics.add(Metric.DUPLICATES_DROPPED, 1);
      }
    }
    return news;
  }

  /** A reply, with the answer it was read from if there was one. */
  private record Answer(Reply reply, @Nullable Response response) {}
}

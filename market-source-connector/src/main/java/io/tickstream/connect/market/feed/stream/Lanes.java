package io.tickstream.connect.market.feed.stream;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.feed.http.HttpClient;
import io.tickstream.connect.market.feed.poll.PollOptions;
import io.tickstream.connect.market.limit.Backoff;
import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.offset.Track;
import io.tickstream.connect.market.provider.ApiKey;
import io.tickstream.connect.market.provider.Connections;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.HttpStatus;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Stream;
import io.tickstream.connect.market.provider.Venue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.config.AbstractConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the connections of a stream: opens them, notices when they fall silent, replaces them
 * before they get too old, leaves out unknown symbols. Used by the loop only.
 */
final class Lanes {

  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  /** A connection that lasts this long, and needs no other, ends a series of failures. */
  private static final long HEALTHY_MS = 60_000;

  /** A connection is replaced so long before the venue would end it, and a little earlier. */
  private static final long AHEAD_MS = Duration.ofMinutes(10).toMillis();

  private static final long JITTER_MS = 60_000;

  private final Provider provider;
  private final Venue venue;
  private final Stream stream;
  private final FeedContext context;
  private final HttpClient http;
  private final Inbox inbox;
  private final long pingMs;
  private final long idleMs;
  private final long subscribeMs;
  private final long unknownRetryMs;

  /** Whether the key may have one more connection than the lanes of all tasks. */
  private final boolean spare;

  private final List<Lane> lanes = new ArrayList<>();
  private final Set<String> unknown = new HashSet<>();

  Lanes(
      Provider provider,
      Venue venue,
      Stream stream,
      FeedContext context,
      HttpClient http,
      Inbox inbox,
      List<Track> tracks) {
    this.provider = provider;
    this.venue = venue;
    this.stream = stream;
    this.context = context;
    this.http = http;
    this.inbox = inbox;
    AbstractConfig options = context.settings().options();
    this.pingMs = options.getLong(StreamOptions.PING_INTERVAL_MS);
    long idle = options.getLong(StreamOptions.IDLE_TIMEOUT_MS);
    this.idleMs = idle < 0 ? stream.idleTimeout().toMillis() : idle;
    this.subscribeMs = options.getLong(StreamOptions.SUBSCRIBE_TIMEOUT_MS);
    this.unknownRetryMs = options.getLong(PollOptions.UNKNOWN_RETRY_MS);
    Connections connections = provider.connections(context.settings());
    this.spare = connections.opened(context.allSymbols(), context.tasks()) < connections.most();
    int size = stream.symbolsPerConnection();
    for (int from = 0; from < tracks.size(); from += Math.min(size, tracks.size() - from)) {
      List<Track> some = tracks.subList(from, from + Math.min(size, tracks.size() - from));
      lanes.add(
          new Lane(
              some.stream().map(Subject::new).toList(),
              new Backoff(
                  options.getLong(PollOptions.BACKOFF_INITIAL_MS),
                  options.getLong(PollOptions.BACKOFF_MAX_MS),
                  bound -> ThreadLocalRandom.current().nextLong(bound))));
    }
  }

  List<Lane> all() {
    return lanes;
  }

  /** The lane of a connection that still counts. */
  @Nullable Lane of(Connection connection) {
    return lanes.stream().filter(lane -> lane.has(connection)).findFirst().orElse(null);
  }

  /** Gives every connection up; they are opened anew at the next {@link #tend}. */
  void disconnect() {
    for (Lane lane : lanes) {
      if (lane.current != null) {
        context.metrics().add(Metric.RECONNECTS, 1);
      }
      lane.disconnect();
      lane.connectAtMs = 0;
    }
  }

  /**
   * Does what time demands.
   *
   * @param idle whether everything that came has been dealt with
   */
  void tend(boolean idle) {
    long now = context.clock().nowMs();
    for (Lane lane : lanes) {
      for (Connection connection : lane.connections().toList()) {
        if (connection.isOpen()) {
          check(lane, connection, now, idle);
        }
      }
      Connection current = lane.current;
      if (current == null) {
        if (now >= lane.connectAtMs) {
          lane.current = connect(lane, now);
          lane.subjects.forEach(subject -> subject.needsFill = true);
        }
      } else if (current.ready()) {
        tendReady(lane, current, now);
      }
    }
  }

  private void tendReady(Lane lane, Connection current, long now) {
    if (now >= current.replaceAtMs) {
      replace(lane, "the connection is about to get too old");
    } else if (now >= lane.retryAtMs()) {
      replace(lane, "unknown symbols are tried again");
    }
    // An old connection that is fine says nothing of the one that cannot take its place.
    long sinceMs = Math.max(current.openedMs, lane.againAtMs);
    if (lane.told && lane.successor == null && now - sinceMs >= HEALTHY_MS) {
      lane.backoff.reset();
      lane.told = false;
      LOG.info("The stream of {} is stable again", context.name());
    }
  }

  private @Nullable Connection connect(Lane lane, long now) {
    List<String> symbols = lane.symbols(now);
    if (symbols.isEmpty()) {
      lane.connectAtMs = lane.retryAtMs();
      return null;
    }
    for (Subject subject : lane.subjects) {
      if (subject.unknownUntilMs > 0 && subject.unknownUntilMs <= now) {
        subject.unknownUntilMs = 0;
        subject.needsFill = true;
      }
    }
    Connection connection = new Connection(symbols, inbox, context.clock());
    connection.connect(http, stream, pingMs);
    return connection;
  }

  private void check(Lane lane, Connection connection, long now, boolean idle) {
    if (idle && !connection.awaited.isEmpty() && now - connection.openedMs > subscribeMs) {
      failed(
          lane,
          connection,
          "the subscription to "
              + connection.awaited
              + " was not acknowledged within "
              + subscribeMs
              + " ms",
          Waits.BACK_OFF);
      return;
    }
    if (idleMs > 0 && now - connection.heardMs() > idleMs) {
      failed(lane, connection, "no message for more than " + idleMs + " ms", Waits.BACK_OFF);
      return;
    }
    stream
        .heartbeat()
        .filter(beat -> now - connection.beatMs >= beat.every().toMillis())
        .ifPresent(
            beat -> {
              connection.beatMs = now;
              connection.send(beat.frame());
            });
    if (!stream.acknowledges()
        && !connection.toldOfSilence
        && now - connection.openedMs > HEALTHY_MS) {
      connection.toldOfSilence = true;
      if (!connection.unheard.isEmpty()) {
        LOG.warn(
            "Nothing has come for {} since {} subscribed to them. The venue acknowledges no"
                + " subscriptions: if their markets are open, check the spelling.",
            connection.unheard,
            context.name());
      }
    }
  }

  void opened(Lane lane, Connection connection) {
    long now = context.clock().nowMs();
    connection.opened(now);
    stream
        .maxAge()
        .ifPresent(
            age ->
                connection.replaceAtMs =
                    now
                        + age.toMillis()
                        - AHEAD_MS
                        - ThreadLocalRandom.current().nextLong(JITTER_MS));
    stream.opening(connection.symbols).forEach(connection::send);
    if (!stream.acknowledges()) {
      connection.awaited.clear();
    }
    LOG.debug("Connected to stream {} symbols of {}", lane.subjects.size(), context.name());
  }

  /** Everything is subscribed to; the predecessor, if there is one, may go. */
  void ready(Lane lane, Connection connection) {
    Connection old = lane.current;
    if (connection == lane.successor && old != null) {
      lane.current = connection;
      lane.successor = null;
      old.close();
      if (!venue.gapless()) {
        lane.subjects.forEach(subject -> subject.needsFill = true);
      }
      LOG.info("The stream of {} goes on over a new connection", context.name());
    }
  }

  /**
   * Opens a second connection, which takes over once it is ready; where the key may have no second
   * one, the first has to go before.
   */
  void replace(Lane lane, String reason) {
    Connection current = lane.current;
    if (lane.successor != null || current == null) {
      return;
    }
    LOG.info("Connecting the stream of {} anew: {}", context.name(), reason);
    context.metrics().add(Metric.RECONNECTS, 1);
    if (spare) {
      lane.successor = connect(lane, context.clock().nowMs());
    } else {
      countLoss(current);
      lane.disconnect();
      lane.connectAtMs = 0;
    }
  }

  void ended(Lane lane, Connection connection, @Nullable Response refusal, String reason) {
    if (refusal == null) {
      failed(lane, connection, reason, Waits.BACK_OFF);
      return;
    }
    Failure failure = HttpStatus.failure(Request.get("", List.of()), refusal);
    boolean keyless = provider.apiKey() != ApiKey.REQUIRED;
    if (failure instanceof Failure.BadCredentials && keyless) {
      failure = new Failure.Banned(failure.reason());
    } else if (failure instanceof Failure.Refused) {
      // A handshake that is no request of ours may fail for reasons of what lies between.
      failure = new Failure.Transient(failure.reason());
    }
    long told =
        Waits.ms(failure, context.clock().nowMs(), "The stream was refused: " + failure.reason());
    failed(lane, connection, "refused with HTTP " + refusal.status(), told);
  }

  /** The connection is of no use any more. */
  void failed(Lane lane, Connection connection, String reason, long toldMs) {
    long now = context.clock().nowMs();
    long waitMs = toldMs == Waits.BACK_OFF ? lane.backoff.nextMs() : toldMs;
    connection.cancel();
    context.metrics().add(Metric.RECONNECTS, 1);
    lane.againAtMs = now + waitMs;
    Connection current = lane.current;
    if (connection == lane.successor && current != null) {
      lane.successor = null;
      current.replaceAtMs = now + waitMs;
    } else {
      lane.current = lane.successor;
      lane.successor = null;
      lane.connectAtMs = now + waitMs;
      lane.subjects.forEach(subject -> subject.needsFill = true);
      countLoss(connection);
    }
    tell(lane, context.redactor().clean(reason), waitMs);
  }

  /** What comes between a connection and the next is lost where nothing can be fetched later. */
  private void countLoss(Connection connection) {
    if (connection.isOpen()
        && !venue.hasHistory()
        && context.settings().dataset() != Dataset.QUOTE) {
      context.metrics().add(Metric.GAPS_LOST, 1);
    }
  }

  private void tell(Lane lane, String reason, long waitMs) {
    if (lane.told) {
      LOG.debug("The stream of {} ended: {}. Again in {} ms.", context.name(), reason, waitMs);
      return;
    }
    lane.told = true;
    LOG.warn(
        "The stream of {} ended: {}. Connecting again, first in {} ms{}. Further failures are logged at debug"
            + " level until it is stable.",
        context.name(),
        reason,
        waitMs,
        venue.hasHistory() || context.settings().dataset() == Dataset.QUOTE
            ? ""
            : "; the venue has no history to fill the gap from");
  }

  /**
   * Leaves symbols out, to be tried again much later.
   *
   * @param symbols empty when the venue did not say which
   */
  void unknown(Lane lane, Set<String> symbols, String reason) {
    if (symbols.isEmpty()) {
      LOG.warn(
          "The venue does not know one of {}, and does not say which: {}",
          lane.symbols(context.clock().nowMs()),
          reason);
      return;
    }
    long now = context.clock().nowMs();
    for (Subject subject : lane.subjects) {
      String symbol = subject.track.symbol();
      if (symbols.contains(symbol)) {
        subject.unknownUntilMs = now + unknownRetryMs;
        if (unknown.add(symbol)) {
          LOG.warn(
              "Symbol {} is left out: {}. It is tried again every {} ms.",
              symbol,
              reason,
              unknownRetryMs);
        }
      }
    }
    context
        .metrics()
        .set(
            Metric.UNKNOWN_SYMBOLS,
            lanes.stream()
                .flatMap(some -> some.subjects.stream())
                .filter(subject -> subject.unknownUntilMs > now)
                .count());
    if (lane.symbols(now).isEmpty()) {
      lane.disconnect();
      lane.connectAtMs = lane.retryAtMs();
    }
  }
}

package io.tickstream.connect.market.feed.stream;

import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Frame;
import io.tickstream.connect.market.provider.Item;
import io.tickstream.connect.market.provider.Stream;
import io.tickstream.connect.market.provider.Venue;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to the frames of a stream, one after the other on one thread. Connecting and staying
 * connected is the business of {@link Lanes}.
 */
final class StreamLoop {

  private static final Logger LOG = LoggerFactory.getLogger(StreamLoop.class);

  /** How often to look at the clock while nothing comes. */
  private static final long TICK_MS = 50;

  private final Venue venue;
  private final Stream stream;
  private final FeedContext context;
  private final Inbox inbox;
  private final Lanes lanes;
  private final Intake intake;
  private final Verification verification;
  private final Map<String, Subject> subjects;

  StreamLoop(
      Venue venue,
      Stream stream,
      FeedContext context,
      Inbox inbox,
      Lanes lanes,
      Intake intake,
      Verification verification) {
    this.venue = venue;
    this.stream = stream;
    this.context = context;
    this.inbox = inbox;
    this.lanes = lanes;
    this.intake = intake;
    this.verification = verification;
    this.subjects =
        lanes.all().stream()
            .flatMap(lane -> lane.subjects.stream())
            .collect(Collectors.toMap(subject -> subject.track.symbol(), subject -> subject));
  }

  void run() throws InterruptedException {
    try {
      verify();
      while (true) {
        Signal signal = inbox.next(TICK_MS);
        if (signal != null) {
          handle(signal);
        }
        lanes.tend(signal == null);
      }
    } finally {
      lanes.disconnect();
    }
  }

  /** Where history is fetched anyway, its requests tell which symbols are unknown. */
  private void verify() throws InterruptedException {
    if (venue.hasHistory()) {
      return;
    }
    for (Lane lane : lanes.all()) {
      Set<String> unknown = verification.unknown(lane.symbols(context.clock().nowMs()));
      if (!unknown.isEmpty()) {
        lanes.unknown(lane, unknown, "the venue does not list it");
      }
    }
  }

  private void handle(Signal signal) throws InterruptedException {
    Connection connection = signal.connection();
    Lane lane = lanes.of(connection);
    if (lane == null) {
      // Left behind; whoever replaced it brings the same.
      return;
    }
    if (signal instanceof Signal.Opened) {
      lanes.opened(lane, connection);
      readyIfSo(lane, connection);
    } else if (signal instanceof Signal.Ended ended) {
      lanes.ended(lane, connection, ended.refusal(), ended.reason());
    } else if (signal instanceof Signal.Heard heard) {
      take(lane, connection, parse(connection, heard));
      intake.publish();
    }
  }

  private Frame parse(Connection connection, Signal.Heard heard) {
    try {
      String frame = context.redactor().cleanFrame(heard.text());
      return stream.parse(frame, connection.symbols, heard.receivedMs());
    } catch (RuntimeException unforeseen) {
      LOG.debug("A frame could not be read", unforeseen);
      return new Frame.Malformed(unforeseen.getClass().getSimpleName());
    }
  }

  private void take(Lane lane, Connection connection, Frame frame) throws InterruptedException {
    if (frame instanceof Frame.Events events) {
      for (Item item : events.items()) {
        take(lane, connection, item);
      }
    } else if (frame instanceof Frame.Several several) {
      for (Frame part : several.frames()) {
        take(lane, connection, part);
      }
    } else if (frame instanceof Frame.Acknowledged acknowledged) {
      if (connection.awaited.removeAll(acknowledged.symbols())) {
        readyIfSo(lane, connection);
      }
    } else if (frame instanceof Frame.Send send) {
      send.frames().forEach(connection::send);
    } else if (frame instanceof Frame.LastTrade last) {
      lastTrade(last);
    } else if (frame instanceof Frame.Refused refused) {
      refused(lane, connection, refused.failure());
    } else if (frame instanceof Frame.Shutdown) {
      lanes.replace(lane, "the server is about to shut down");
    } else if (frame instanceof Frame.Malformed malformed) {
      context.metrics().add(Metric.MALFORMED, 1);
      LOG.debug("A frame was left out: {}", malformed.reason());
    }
  }

  private void take(Lane lane, Connection connection, Item item) throws InterruptedException {
    Subject subject = subjects.get(item.event().symbol());
    if (subject == null) {
      context.metrics().add(Metric.MALFORMED, 1);
      return;
    }
    // Of two connections only one may say what a quote is now; trades and bars are told apart.
    if (item.event() instanceof Quote && connection != lane.current) {
      context.metrics().add(Metric.DUPLICATES_DROPPED, 1);
      return;
    }
    connection.unheard.remove(subject.track.symbol());
    intake.take(subject, item);
  }

  /** Once all is subscribed to, whatever came before that can be fetched. */
  private void readyIfSo(Lane lane, Connection connection) throws InterruptedException {
    if (!connection.ready() || !lane.has(connection)) {
      return;
    }
    lanes.ready(lane, connection);
    if (!venue.hasHistory()) {
      return;
    }
    for (Subject subject : lane.subjects) {
      if (subject.needsFill && connection.symbols.contains(subject.track.symbol())) {
        boolean known = intake.fill(subject, null);
        intake.publish();
        if (!known) {
          lanes.unknown(lane, Set.of(subject.track.symbol()), "its history is refused");
        }
        // Where nothing shows a gap, the first event does not prove that there is none.
        subject.needsFill = !venue.gapless();
      }
    }
  }

  private void lastTrade(Frame.LastTrade last) throws InterruptedException {
    Subject subject = subjects.get(last.symbol());
    if (subject != null && venue.hasHistory() && subject.misses(last.id())) {
      intake.fill(subject, null);
    }
  }

  private void refused(Lane lane, Connection connection, Failure failure)
      throws InterruptedException {
    String reason = context.redactor().clean(failure.reason());
    if (failure instanceof Failure.UnknownSymbols unknown) {
      connection.awaited.removeAll(unknown.symbols());
      lanes.unknown(lane, unknown.symbols(), reason);
      readyIfSo(lane, connection);
      return;
    }
    long told =
        Waits.ms(failure, context.clock().nowMs(), "The subscription was refused: " + reason);
    lanes.failed(lane, connection, reason, told);
  }
}

package io.tickstream.connect.market.feed.stream;

import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.event.Trade;
import io.tickstream.connect.market.feed.Batch;
import io.tickstream.connect.market.feed.BatchQueue;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.feed.Tracks;
import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.offset.Positioned;
import io.tickstream.connect.market.provider.Item;
import io.tickstream.connect.market.provider.Venue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a stream's events to batches in the queue: fills what is missing before an event, leaves out
 * what was published before. A frame and the gap before it make one batch, so one transaction; a
 * gap of several pages makes one per page. Used by the loop only.
 */
final class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  /** How often to look for an event that the stream shows to be missing, and HTTP lags behind. */
  private static final int LOOKS = 5;

  private static final long FIRST_PAUSE_MS = 200;

  private final Venue venue;
  private final FeedContext context;
  private final GapFiller filler;
  private final BatchQueue queue;
  private final long blockMs;
  private final Runnable disconnect;
  private List<Positioned> fresh = new ArrayList<>();

  Intake(
      Venue venue,
      FeedContext context,
      GapFiller filler,
      BatchQueue queue,
      long blockMs,
      Runnable disconnect) {
    this.venue = venue;
    this.context = context;
    this.filler = filler;
    this.queue = queue;
    this.blockMs = blockMs;
    this.disconnect = disconnect;
  }

  /** Takes an event out of a frame; {@link #publish} follows at the frame's end. */
  void take(Subject subject, Item item) throws InterruptedException {
    MarketEvent event = item.event();
    if (venue.hasHistory() && (subject.needsFill || misses(subject, event))) {
      fill(subject, event);
    }
    add(subject, subject.apart(event), item.raw());
  }

  private boolean misses(Subject subject, @Nullable MarketEvent event) {
    return event != null && venue.gapless() && subject.misses(event, context.settings().interval());
  }

  /**
   * Whether the history is known to be complete up to a trade. Where ids do not show what is
   * missing, one that lags behind the stream would leave out what came just before it.
   */
  private boolean reached(Subject subject, @Nullable MarketEvent event) {
    return venue.gapless()
        || !(event instanceof Trade)
        || subject.track.cursor().ts() >= event.timeMs();
  }

  private void add(Subject subject, MarketEvent event, @Nullable String raw) {
    Positioned positioned = subject.track.advance(event, raw);
    if (positioned == null) {
      context.metrics().add(Metric.DUPLICATES_DROPPED, 1);
    } else {
      fresh.add(positioned);
    }
  }

  /**
   * Fetches what is missing of a symbol.
   *
   * @param before the event that shows the gap; null when there only may be one
   * @return whether the venue knows the symbol
   */
  boolean fill(Subject subject, @Nullable MarketEvent before) throws InterruptedException {
    boolean began = subject.track.cursor().published();
    int filled = 0;
    for (int looks = 0; ; ) {
      int[] found = {0};
      boolean known =
          filler.fill(
              subject.track,
              page -> {
                int had = fresh.size();
                Tracks.recall(List.of(subject.track), page);
                for (Item item : page.items()) {
                  add(subject, item.event(), item.raw());
                }
                found[0] += fresh.size() - had;
                if (page.next() != null) {
                  publish();
                }
              });
      filled += found[0];
      if (subject.track.cursor().published()) {
        subject.track.settle();
      }
      subject.needsFill = false;
      if (!known) {
        return false;
      }
      if (!misses(subject, before) && (!began || reached(subject, before))) {
        break;
      }
      // A venue may give less than it is asked for; only looks that find nothing are in vain.
      looks = found[0] > 0 ? 0 : looks + 1;
      if (looks == LOOKS) {
        context.metrics().add(Metric.GAPS_LOST, 1);
        LOG.warn(
            "Something before event {} of {} is missing in the stream, and the history does not bring it either;"
                + " going on without it",
            before == null ? "" : before.id(),
            subject.track.symbol());
        break;
      }
      if (looks > 0) {
        // The history may lag behind the stream by a moment.
        context.clock().sleep(FIRST_PAUSE_MS << looks);
      }
    }
    if (filled > 0 && began) {
      context.metrics().add(Metric.GAPS_FILLED, 1);
      LOG.debug("Filled a gap of {} with {} events", subject.track.symbol(), filled);
    }
    return true;
  }

  /**
   * Queues what was taken. When the queue has no room for too long, the connections are given up: a
   * server must not be kept waiting, and what comes meanwhile is a gap that can be filled.
   */
  void publish() throws InterruptedException {
    if (fresh.isEmpty()) {
      return;
    }
    Batch batch = new Batch(List.copyOf(fresh));
    fresh = new ArrayList<>();
    if (!queue.offer(batch, blockMs)) {
      LOG.warn(
          "The queue of {} has been full for {} ms; the stream is disconnected until there is room",
          context.name(),
          blockMs);
      disconnect.run();
      queue.put(batch);
    }
    context.metrics().set(Metric.QUEUE_DEPTH, queue.depth());
  }
}

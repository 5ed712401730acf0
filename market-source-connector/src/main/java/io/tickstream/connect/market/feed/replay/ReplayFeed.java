package io.tickstream.connect.market.feed.replay;

import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.feed.Batch;
import io.tickstream.connect.market.feed.Feed;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.feed.FeedOptions;
import io.tickstream.connect.market.limit.WallClock;
import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.offset.Positioned;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files on the task's own thread. After a restart it reads them from the beginning again and
 * passes over what each symbol has already published.
 */
final class ReplayFeed implements Feed {

  private static final Logger LOG = LoggerFactory.getLogger(ReplayFeed.class);

  private final Recording recording;
  private final FeedContext context;
  private final WallClock clock;
  private final int maxEvents;
  private final double speed;
  private final ReplayTracks tracks;
  private @Nullable FileMerge files;
  private @Nullable MarketEvent ahead;
  private long firstEventMs;
  private long firstWallMs = Long.MIN_VALUE;
  private @Nullable IllegalArgumentException badLine;
  private boolean finished;

  ReplayFeed(String provider, FeedContext context) {
    AbstractConfig options = context.settings().options();
    this.context = context;
    this.clock = context.clock();
    this.maxEvents = options.getLong(FeedOptions.BATCH_MAX_RECORDS).intValue();
    String text = options.getString(ReplayOptions.SPEED);
    this.speed = text.equals("max") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    this.recording =
        new Recording(
            context.settings(),
            context.allSymbols(),
            badLine -> {
              LOG.debug("{}; it is skipped", badLine);
              context.metrics().add(Metric.MALFORMED, 1);
            });
    this.tracks = new ReplayTracks(provider, context);
  }

  @Override
  public void start() {
    // Files are opened by the first poll: a missing one then fails the task with its name, not the
    // worker's start.
  }

  @Override
  public @Nullable Batch poll(long maxWaitMs) throws InterruptedException {
    if (finished) {
      clock.sleep(maxWaitMs);
      return null;
    }
    try {
      return read(maxWaitMs);
    } catch (IOException e) {
      throw new ConnectException("The replay cannot read its files: " + e.getMessage(), e);
    } catch (IllegalArgumentException badLine) {
      throw new ConnectException(
          badLine.getMessage()
              + "; correct it, name the column in replay.columns, or set replay.bad.lines=skip",
          badLine);
    }
  }

  private @Nullable Batch read(long maxWaitMs) throws IOException, InterruptedException {
    if (files == null) {
      files = open();
    }
    List<Positioned> events = new ArrayList<>();
    // Passing over what is known already takes its time in a large file, but a poll must end.
    long deadline = clock.nowMs() + Math.max(50, maxWaitMs);
    int passed = 0;
    while (events.size() < maxEvents) {
      boolean counted = ahead != null;
      MarketEvent event = counted ? ahead : next(files, !events.isEmpty());
      ahead = null;
      if (event == null && badLine != null) {
        break;
      }
      if (event == null) {
        finished = true;
        LOG.info("The replay of {} is finished; the task stays idle", context.name());
        break;
      }
      if (!counted && !tracks.isNext(event)) {
        if ((++passed & 0xfff) == 0 && clock.nowMs() > deadline) {
          break;
        }
        continue;
      }
      long wait = waitMs(event);
      if (wait > 0) {
        ahead = event;
        if (events.isEmpty()) {
          clock.sleep(Math.min(wait, maxWaitMs));
        }
        break;
      }
      events.add(tracks.publish(event));
    }
    return events.isEmpty() ? null : new Batch(events);
  }

  /**
   * The next event; null at the end, or at a bad line if there are events to be handed over before.
   */
  private @Nullable MarketEvent next(FileMerge from, boolean waitWithComplaint) throws IOException {
    try {
      return from.next();
    } catch (IllegalArgumentException noEvent) {
      if (!waitWithComplaint) {
        throw noEvent;
      }
      badLine = noEvent;
      return null;
    }
  }

  private FileMerge open() throws IOException {
    if (!context.settings().options().getBoolean(ReplayOptions.SHIFT_TO_NOW)) {
      return recording.open(0);
    }
    MarketEvent first = recording.first();
    if (first == null) {
      return recording.open(0);
    }
    Long begun = tracks.shiftMs(first.symbol());
    long shift = begun == null ? clock.nowMs() - first.timeMs() : begun;
    tracks.shiftBy(shift);
    return recording.open(shift);
  }

  private long waitMs(MarketEvent event) {
    if (speed == Double.POSITIVE_INFINITY) {
      return 0;
    }
    long now = clock.nowMs();
    if (firstWallMs == Long.MIN_VALUE) {
      firstWallMs = now;
      firstEventMs = event.timeMs();
    }
    return firstWallMs + (long) ((event.timeMs() - firstEventMs) / speed) - now;
  }

  @Override
  public void close() {
    if (files != null) {
      files.close();
    }
  }
}

package io.tickstream.connect.market.feed.stream;

import io.tickstream.connect.market.feed.Batch;
import io.tickstream.connect.market.feed.BatchQueue;
import io.tickstream.connect.market.feed.Feed;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.feed.FeedOptions;
import io.tickstream.connect.market.feed.FeedThread;
import io.tickstream.connect.market.feed.Tracks;
import io.tickstream.connect.market.feed.http.HttpClient;
import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.offset.Positioned;
import io.tickstream.connect.market.provider.Connections;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Stream;
import io.tickstream.connect.market.provider.Venue;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a venue over WebSocket on threads of its own, and queues what is new with the gaps
 * filled.
 */
public final class StreamFeed implements Feed {

  private final FeedContext context;
  private final HttpClient http;
  private final BatchQueue queue;
  private final FeedThread thread;
  private final int maxRecords;

  public StreamFeed(Provider provider, Venue venue, FeedContext context) {
    Stream stream =
        venue.stream()
            .orElseThrow(
                () -> new ConnectException("Provider " + provider.name() + " cannot stream this"));
    Connections connections = provider.connections(context.settings());
    if (context.allSymbols() > connections.symbols()) {
      throw new ConnectException(
          "The list of symbols " + connections.refusal(context.allSymbols()));
    }
    AbstractConfig options = context.settings().options();
    this.context = context;
    this.maxRecords = options.getLong(FeedOptions.BATCH_MAX_RECORDS).intValue();
    this.http = new HttpClient(options, context.clock());
    this.queue = new BatchQueue(options.getLong(FeedOptions.QUEUE_MAX_RECORDS).intValue());
    long blockMs = options.getLong(StreamOptions.QUEUE_BLOCK_MS);
    Inbox inbox = new Inbox(blockMs);
    Lanes lanes =
        new Lanes(
            provider, venue, stream, context, http, inbox, Tracks.resume(provider, venue, context));
    GapFiller filler = new GapFiller(provider, venue, context, http);
    Intake intake = new Intake(venue, context, filler, queue, blockMs, lanes::disconnect);
    Verification verification = new Verification(stream, filler, context.settings().batchSize());
    StreamLoop loop = new StreamLoop(venue, stream, context, inbox, lanes, intake, verification);
    this.thread = new FeedThread("market-stream-" + context.name(), queue, loop::run);
  }

  @Override
  public void start() {
    thread.start();
  }

  /**
   * Frames that have piled up come as one batch: a transaction for each would be slower than they
   * come.
   */
  @Override
  public @Nullable Batch poll(long maxWaitMs) throws InterruptedException {
    Batch first = queue.take(maxWaitMs);
    if (first == null || queue.depth() == 0) {
      context.metrics().set(Metric.QUEUE_DEPTH, 0);
      return first;
    }
    List<Positioned> events = new ArrayList<>(first.events());
    while (events.size() < maxRecords && queue.depth() > 0) {
      Batch more = queue.take(0);
      if (more != null) {
        events.addAll(more.events());
      }
    }
    context.metrics().set(Metric.QUEUE_DEPTH, queue.depth());
    return new Batch(events);
  }

  @Override
  public void close() {
    thread.end(http::close);
  }
}

package io.tickstream.connect.market.feed.poll;

import io.tickstream.connect.market.feed.Batch;
import io.tickstream.connect.market.feed.BatchQueue;
import io.tickstream.connect.market.feed.Feed;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.feed.FeedOptions;
import io.tickstream.connect.market.feed.FeedThread;
import io.tickstream.connect.market.feed.http.HttpClient;
import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Venue;
import org.jspecify.annotations.Nullable;

/** Asks a venue again and again on a thread of its own, and queues what is new. */
public final class PollFeed implements Feed {

  private final FeedContext context;
  private final HttpClient http;
  private final BatchQueue queue;
  private final FeedThread thread;

  public PollFeed(Provider provider, Venue venue, FeedContext context) {
    this.context = context;
    this.http = new HttpClient(context.settings().options(), context.clock());
    this.queue =
        new BatchQueue(
            context.settings().options().getLong(FeedOptions.QUEUE_MAX_RECORDS).intValue());
    Fetcher fetcher = new Fetcher(provider, venue, context, http, queue);
    this.thread = new FeedThread("market-fetch-" + context.name(), queue, fetcher::run);
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public @Nullable Batch poll(long maxWaitMs) throws InterruptedException {
    Batch batch = queue.take(maxWaitMs);
    context.metrics().set(Metric.QUEUE_DEPTH, queue.depth());
    return batch;
  }

  @Override
  public void close() {
    thread.end(http::close);
  }
}

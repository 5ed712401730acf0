package io.tickstream.connect.market.feed.poll;

import io.tickstream.connect.market.feed.Batch;
import io.tickstream.connect.market.feed.BatchQueue;
import io.tickstream.connect.market.feed.Feed;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.feed.FeedOptions;
import io.tickstream.connect.market.feed.http.HttpClient;
import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Venue;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Asks a venue again and again on a thread of its own, and queues what is new. */
public final class PollFeed implements Feed {

  private static final Logger LOG = LoggerFactory.getLogger(PollFeed.class);

  private final FeedContext context;
  private final HttpClient http;
  private final BatchQueue queue;
  private final Fetcher fetcher;
  private final Thread thread;

  public PollFeed(Provider provider, Venue venue, FeedContext context) {
    this.context = context;
    this.http = new HttpClient(context.settings().options(), context.clock());
    this.queue =
        new BatchQueue(
            context.settings().options().getLong(FeedOptions.QUEUE_MAX_RECORDS).intValue());
    this.fetcher = new Fetcher(provider, venue, context, http, queue);
    Map<String, String> logContext = MDC.getCopyOfContextMap();
    this.thread = new Thread(() -> run(logContext), "market-fetch-" + context.name());
    thread.setDaemon(true);
  }

  @Override
  public void start() {
    thread.start();
  }

  private void run(@Nullable Map<String, String> logContext) {
    if (logContext != null) {
      MDC.setContextMap(logContext);
    }
    try {
      fetcher.run();
    } catch (InterruptedException stopped) {
      LOG.debug("Fetching for {} ends", context.name());
    } catch (ConnectException fatal) {
      queue.fail(fatal);
    } catch (RuntimeException bug) {
      queue.fail(new ConnectException("Fetching failed unexpectedly", bug));
    }
  }

  @Override
  public @Nullable Batch poll(long maxWaitMs) throws InterruptedException {
    Batch batch = queue.take(maxWaitMs);
    context.metrics().set(Metric.QUEUE_DEPTH, queue.depth());
    return batch;
  }

  @Override
  public void close() {
    thread.interrupt();
    http.close();
    try {
      thread.join(800);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

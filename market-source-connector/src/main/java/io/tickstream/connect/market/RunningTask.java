package io.tickstream.connect.market;

import io.tickstream.connect.market.config.MarketSourceConfig;
import io.tickstream.connect.market.config.TaskConfig;
import io.tickstream.connect.market.feed.Batch;
import io.tickstream.connect.market.feed.Feed;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.feed.FeedOptions;
import io.tickstream.connect.market.feed.FeedProvider;
import io.tickstream.connect.market.limit.WallClock;
import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.metrics.MetricsPublisher;
import io.tickstream.connect.market.metrics.SourceMetrics;
import io.tickstream.connect.market.offset.Positioned;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.record.RecordMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.source.TransactionContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task between start and stop. Not thread-safe: it belongs to the task's thread. */
final class RunningTask implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningTask.class);

  /** Connect stops a task on the thread that polls, so a poll must not keep it waiting. */
  private static final long MAX_WAIT_MS = 500;

  private final Feed feed;
  private final RecordMapper mapper;
  private final @Nullable TransactionContext transaction;
  private final int maxRecords;
  private final WallClock clock;
  private final SourceMetrics metrics;
  private final MetricsPublisher publisher;
  private List<Positioned> pending = List.of();
  private int position;
  private @Nullable ConnectException failure;

  private RunningTask(
      Feed feed,
      RecordMapper mapper,
      @Nullable TransactionContext transaction,
      int maxRecords,
      WallClock clock,
      SourceMetrics metrics,
      MetricsPublisher publisher) {
    this.feed = feed;
    this.mapper = mapper;
    this.transaction = transaction;
    this.maxRecords = maxRecords;
    this.clock = clock;
    this.metrics = metrics;
    this.publisher = publisher;
  }

  static RunningTask start(
      Map<String, String> originals, SourceTaskContext context, WallClock clock) {
    MarketSourceConfig config = new MarketSourceConfig(originals);
    Provider provider = config.provider();
    List<String> symbols = TaskConfig.symbols(originals);
    Settings settings = config.settings(symbols);
    SourceMetrics metrics = new SourceMetrics();
    metrics.set(Metric.SYMBOLS, symbols.size());
    String connector = originals.getOrDefault("name", "market-source");
    int index = TaskConfig.index(originals);
    FeedContext feedContext =
        new FeedContext(
            settings,
            symbols,
            Math.max(1, TaskConfig.allSymbols(originals)),
            TaskConfig.count(originals),
            StoredOffsets.read(provider, settings, symbols, context.offsetStorageReader()),
            config.beginMs(clock.nowMs()),
            config.emitUnchanged(),
            config.envelopeTimeField(),
            clock,
            metrics,
            config.redactor(),
            connector + "-" + index);
    RecordMapper mapper =
        new RecordMapper(
            config,
            provider.label(settings),
            settings.dataset(),
            settings.interval(),
            provider instanceof FeedProvider own ? own.layout(settings) : "");
    Feed feed = Feeds.open(provider, feedContext);
    MetricsPublisher publisher = MetricsPublisher.publish(metrics, connector, index, context);
    RunningTask task =
        new RunningTask(
            feed,
            mapper,
            context.transactionContext(),
            config.getLong(FeedOptions.BATCH_MAX_RECORDS).intValue(),
            clock,
            metrics,
            publisher);
    feed.start();
    LOG.info("Fetching {} of {} from {}", settings, connector, provider.name());
    return task;
  }

  /** The next records; null when there were none for half a second. */
  @Nullable List<SourceRecord> poll() throws InterruptedException {
    if (position == pending.size() && !next(MAX_WAIT_MS)) {
      return null;
    }
    long now = clock.nowMs();
    List<SourceRecord> records = new ArrayList<>(Math.min(maxRecords, pending.size() - position));
    do {
      int end = Math.min(pending.size(), position + maxRecords - records.size());
      while (position < end) {
        records.add(mapper.map(pending.get(position++), now));
      }
      if (transaction != null && position == pending.size()) {
        transaction.commitTransaction(records.get(records.size() - 1));
      }
    } while (records.size() < maxRecords && more());
    metrics.add(Metric.RECORDS, records.size());
    Long timestamp = records.get(records.size() - 1).timestamp();
    if (timestamp != null) {
      metrics.set(Metric.LAG_MS, Math.max(0, now - timestamp));
    }
    return records;
  }

  /** What went wrong behind the records at hand is told by the next poll, when they are safe. */
  private boolean more() throws InterruptedException {
    try {
      return next(0);
    } catch (ConnectException later) {
      failure = later;
      return false;
    }
  }

  private boolean next(long maxWaitMs) throws InterruptedException {
    if (failure != null) {
      throw failure;
    }
    Batch batch = feed.poll(maxWaitMs);
    if (batch == null || batch.events().isEmpty()) {
      return false;
    }
    pending = batch.events();
    position = 0;
    return true;
  }

  @Override
  public void close() {
    try {
      feed.close();
    } finally {
      publisher.close();
    }
  }
}

package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.load.Checksum;
import io.tickstream.connect.benchmarks.load.Table;
import io.tickstream.connect.benchmarks.measure.Jvm;
import io.tickstream.connect.benchmarks.measure.Meter;
import io.tickstream.connect.benchmarks.measure.ProcessTimes;
import io.tickstream.connect.benchmarks.raw.RawClient;
import io.tickstream.connect.stack.rest.ConnectClient;
import io.tickstream.connect.stack.rest.ConnectorStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sink drains a preloaded topic. The window opens with its first commit and closes when all is
 * committed; then the table must hold every row, unless the sink is one that writes none. Where a
 * driver works beside the sink, it begins with the window and has to be done when it closes.
 */
final class SinkTrial implements Trial {

  private static final long FIRST_COMMIT_POLL_MS = 20;

  /** Asking more often would be a load of its own on the broker. */
  private static final long POLL_MS = 100;

  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final Rig rig;
  private final ContestSettings settings;
  private final Table table;
  private final Map<String, String> values;
  private final Clients clients;

  /**
   * Runs sinks.
   *
   * @param values for placeholders in their configurations; the topic is added for each run
   */
  SinkTrial(
      Rig rig, ContestSettings settings, Table table, Map<String, String> values, Clients clients) {
    this.rig = rig;
    this.settings = settings;
    this.table = table;
    this.values = values;
    this.clients = clients;
  }

  @Override
  public Sample run(Entry entry, int repetition) throws Exception {
    table.createOrEmpty();
    @Nullable RawClient beside = null;
    Contestant.Connector contestant;
    if (entry.contestant() instanceof Contestant.Beside both) {
      beside = clients.of(both.driver());
      contestant = both.connector();
    } else {
      contestant = (Contestant.Connector) entry.contestant();
    }
    Load load = entry.load();
    Variant variant = Objects.requireNonNull(entry.variant());
    Fleet fleet = rig.fleet(contestant, variant.workers());
    List<Long> pids = new ArrayList<>(fleet.pids());
    if (beside != null) {
      pids.add(beside.pid());
    }
    String name =
        "%s-%d-%d-%d-%d-%d"
            .formatted(
                contestant.name(),
                load.rows().count(),
                variant.workers(),
                variant.tasks(),
                variant.maxPollRecords(),
                repetition);
    pids.forEach(ProcessTimes::resetPeakResident);
    double gcBefore = gcMillis(pids);
    ConnectClient connect = fleet.connect();
    Drain drain;
    double gcMillis;
    long peak;
    Recording recording = Recording.start(settings, fleet.pids(), name);
    try (recording) {
      long createdAt = System.nanoTime();
      connect.putConfig(name, config(contestant, variant, load));
      try {
        drain = drain(connect, name, load.rows().count(), pids, createdAt, beside);
      } finally {
        connect.delete(name);
        if (beside != null) { // else it would go on into the next contestant's table
          beside.awaitEnd();
        }
      }
      gcMillis = gcMillis(pids) - gcBefore;
      peak = pids.stream().mapToLong(ProcessTimes::peakResidentBytes).sum();
    } finally { // else it would go on writing, too
      connect.await(
          name, STOP_LIMIT, "stop", status -> status.state().equals(ConnectorStatus.ABSENT));
    }
    if (contestant.leaves() == Contestant.Leaves.ROWS || beside != null) {
      verify(load);
    }
    return new Sample(
        drain.rows, drain.usage, gcMillis, peak, drain.liveHeapBytes, drain.startSeconds);
  }

  private record Drain(long rows, Meter.Usage usage, long liveHeapBytes, double startSeconds) {}

  private Drain drain(
      ConnectClient connect,
      String name,
      long rows,
      List<Long> pids,
      long createdAt,
      @Nullable RawClient beside)
      throws InterruptedException, IOException {
    long deadline = createdAt + settings.timeout().toNanos();
    long first = 0;
    double startSeconds = 0;
    LiveHeap liveHeap =
        new LiveHeap(
            settings.measureLiveHeap(), () -> pids.stream().mapToLong(Jvm::liveHeapBytes).sum());
    Map<Meter.Role, Collection<Long>> roles = rig.roles(pids);
    @Nullable Meter meter = null;
    long checkAt = createdAt;
    while (true) {
      long committed = rig.topics().committed("connect-" + name);
      if (committed == rows) {
        if (meter == null) {
          throw new IllegalStateException("all was committed at once: take more --records");
        }
        if (beside != null) {
          beside.awaitEnd();
        }
        Meter.Usage usage = meter.stop();
        return new Drain(
            beside == null ? rows - first : rows, usage, liveHeap.bytes(), startSeconds);
      }
      if (committed > 0 && meter == null) {
        meter = Meter.start(roles);
        first = committed;
        if (beside != null) {
          beside.begin(rows);
        }
        startSeconds = (System.nanoTime() - createdAt) / 1e9;
      }
      liveHeap.at(committed, rows);
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "only %,d of %,d records were committed in %s"
                .formatted(committed, rows, settings.timeout()));
      }
      if (System.nanoTime() > checkAt) {
        checkAt += 2_000_000_000L;
        failIfFailed(connect.status(name));
      }
      Thread.sleep(meter == null ? FIRST_COMMIT_POLL_MS : POLL_MS);
    }
  }

  static void failIfFailed(ConnectorStatus status) {
    if (status.isFailed()) {
      throw new IllegalStateException(
          status.failure().orElse("no trace").lines().limit(3).toList().toString());
    }
  }

  private Map<String, String> config(Contestant.Connector contestant, Variant variant, Load load) {
    Map<String, String> all = new TreeMap<>(values);
    all.put("topic", load.topic());
    Map<String, String> own = new TreeMap<>(new Placeholders(all).fill(contestant.config()));
    own.putIfAbsent("topics", load.topic());
    own.putIfAbsent(
        "consumer.override.max.poll.records", Integer.toString(variant.maxPollRecords()));
    return ConnectorConfig.complete(own, variant, settings.format(), rig.stack());
  }

  void verify(Load load) {
    Checksum expected = Checksum.of(load.rows());
    Checksum found = table.checksum();
    if (!found.matches(expected)) {
      throw new IllegalStateException(
          "the table holds %,d rows with another checksum than the %,d rows sent"
              .formatted(found.rows(), expected.rows()));
    }
  }

  private static double gcMillis(List<Long> pids) {
    return pids.stream().mapToDouble(Jvm::gcMillis).sum();
  }
}

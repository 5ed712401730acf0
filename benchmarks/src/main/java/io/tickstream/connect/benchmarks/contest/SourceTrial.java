package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.measure.Jvm;
import io.tickstream.connect.benchmarks.measure.Meter;
import io.tickstream.connect.benchmarks.measure.ProcessTimes;
import io.tickstream.connect.stack.rest.ConnectClient;
import io.tickstream.connect.stack.rest.ConnectorStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A source fills an empty topic until it holds the records asked for. What counts is what the
 * broker has acknowledged: its end offsets. The window opens when a tenth is there. When the source
 * is gone, all is read back.
 */
final class SourceTrial implements Trial {

  private static final long POLL_MS = 20;
  private static final int WARM_SHARE = 10;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final Rig rig;
  private final ContestSettings settings;
  private final Map<String, String> values;
  private final SourceCheck check;

  /**
   * Runs sources.
   *
   * @param values for placeholders in their configurations; the topic is added for each run
   */
  SourceTrial(Rig rig, ContestSettings settings, Map<String, String> values) {
    this.rig = rig;
    this.settings = settings;
    this.values = values;
    this.check = new SourceCheck(rig, settings);
  }

  @Override
  public Sample run(Entry entry, int repetition) throws Exception {
    Contestant.Connector contestant = (Contestant.Connector) entry.contestant();
    Variant variant = Objects.requireNonNull(entry.variant());
    Fleet fleet = rig.fleet(contestant, variant.workers());
    List<Long> pids = fleet.pids();
    String name =
        "%s-%d-%d-%d".formatted(contestant.name(), variant.tasks(), variant.workers(), repetition);
    String topic = "source-" + name;
    rig.topics().create(topic, settings.partitions());
    pids.forEach(ProcessTimes::resetPeakResident);
    double gcBefore = pids.stream().mapToDouble(Jvm::gcMillis).sum();
    ConnectClient connect = fleet.connect();
    Map<String, String> config = config(contestant, variant, topic);
    Recording recording = Recording.start(settings, pids, name);
    try {
      Sample sample;
      try (recording) {
        long createdAt = System.nanoTime();
        connect.putConfig(name, config);
        try {
          sample = fill(connect, name, topic, pids, createdAt, gcBefore);
        } finally {
          connect.delete(name);
          connect.await(
              name, STOP_LIMIT, "stop", status -> status.state().equals(ConnectorStatus.ABSENT));
        }
      }
      check.check(topic, contestant.leaves(), config, variant.tasks());
      return sample;
    } finally {
      rig.topics().delete(topic);
    }
  }

  private Sample fill(
      ConnectClient connect,
      String name,
      String topic,
      List<Long> pids,
      long createdAt,
      double gcBefore)
      throws InterruptedException {
    long wanted = settings.rows().count();
    long deadline = createdAt + settings.timeout().toNanos();
    @Nullable Meter meter = null;
    long first = 0;
    double startSeconds = 0;
    long checkAt = createdAt;
    while (true) {
      long end = rig.topics().end(topic, settings.partitions());
      if (end > 0 && startSeconds == 0) {
        startSeconds = (System.nanoTime() - createdAt) / 1e9;
      }
      if (meter == null && end >= wanted / WARM_SHARE) {
        meter = Meter.start(rig.roles(pids));
        first = end;
      } else if (meter != null && end >= first + wanted) {
        Meter.Usage usage = meter.stop();
        double gcMillis = pids.stream().mapToDouble(Jvm::gcMillis).sum() - gcBefore;
        long peak = pids.stream().mapToLong(ProcessTimes::peakResidentBytes).sum();
        return new Sample(end - first, usage, gcMillis, peak, 0, startSeconds);
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "only %,d of %,d records came in %s".formatted(end, wanted, settings.timeout()));
      }
      if (System.nanoTime() > checkAt) {
        checkAt += 2_000_000_000L;
        SinkTrial.failIfFailed(connect.status(name));
      }
      Thread.sleep(POLL_MS);
    }
  }

  private Map<String, String> config(
      Contestant.Connector contestant, Variant variant, String topic) {
    Map<String, String> all = new TreeMap<>(values);
    all.put("topic", topic);
    return ConnectorConfig.complete(
        new Placeholders(all).fill(contestant.config()), variant, settings.format(), rig.stack());
  }
}

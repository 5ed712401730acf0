package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.measure.Jvm;
import io.tickstream.connect.benchmarks.measure.Meter;
import io.tickstream.connect.benchmarks.measure.ProcessTimes;
import io.tickstream.connect.benchmarks.raw.RawClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A client without Connect writes all rows; the window is the whole run. Keeps its processes warm.
 */
final class RawTrial implements Trial, AutoCloseable {

  /** Starts the process of a contestant. */
  interface Launch {
    RawClient start(Contestant contestant) throws IOException;
  }

  private final Rig rig;
  private final long rows;
  private final Launch launch;
  private final Runnable before;
  private final Runnable after;
  private final Map<String, RawClient> clients = new HashMap<>();

  /**
   * Runs clients.
   *
   * @param before prepares for a run
   * @param after checks what it has written
   */
  RawTrial(Rig rig, long rows, Launch launch, Runnable before, Runnable after) {
    this.rig = rig;
    this.rows = rows;
    this.launch = launch;
    this.before = before;
    this.after = after;
  }

  @Override
  public Sample run(Entry entry, int repetition) throws Exception {
    before.run();
    RawClient client = client(entry.contestant());
    ProcessTimes.resetPeakResident(client.pid());
    double gcBefore = Jvm.gcMillis(client.pid());
    Meter meter = Meter.start(rig.roles(List.of(client.pid())));
    client.begin();
    client.awaitEnd();
    Meter.Usage usage = meter.stop();
    double gcMillis = Jvm.gcMillis(client.pid()) - gcBefore;
    long peak = ProcessTimes.peakResidentBytes(client.pid());
    after.run();
    return new Sample(rows, usage, gcMillis, peak, 0, 0);
  }

  private RawClient client(Contestant contestant) throws IOException {
    RawClient running = clients.get(contestant.name());
    if (running == null) {
      running = launch.start(contestant);
      clients.put(contestant.name(), running);
      rig.addClient(running.pid());
    }
    return running;
  }

  @Override
  public void close() throws IOException {
    for (RawClient client : clients.values()) {
      client.close();
    }
  }
}

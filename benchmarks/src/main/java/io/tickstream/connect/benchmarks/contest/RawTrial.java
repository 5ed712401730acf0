package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.measure.Jvm;
import io.tickstream.connect.benchmarks.measure.Meter;
import io.tickstream.connect.benchmarks.measure.ProcessTimes;
import io.tickstream.connect.benchmarks.raw.RawClient;
import java.util.List;

/** A client without Connect writes all rows; the window is the whole run. */
final class RawTrial implements Trial {

  private final Rig rig;
  private final long rows;
  private final Clients clients;
  private final Runnable before;
  private final Runnable after;

  /**
   * Runs clients.
   *
   * @param before prepares for a run
   * @param after checks what it has written
   */
  RawTrial(Rig rig, long rows, Clients clients, Runnable before, Runnable after) {
    this.rig = rig;
    this.rows = rows;
    this.clients = clients;
    this.before = before;
    this.after = after;
  }

  @Override
  public Sample run(Entry entry, int repetition) throws Exception {
    before.run();
    RawClient client = clients.of(entry.contestant());
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
}

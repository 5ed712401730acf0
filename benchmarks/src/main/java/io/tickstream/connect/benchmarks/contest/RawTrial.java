package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.measure.Jvm;
import io.tickstream.connect.benchmarks.measure.Meter;
import io.tickstream.connect.benchmarks.measure.ProcessTimes;
import io.tickstream.connect.benchmarks.raw.RawClient;
import java.util.List;
import java.util.function.Consumer;

/** A client without Connect writes its load; the window is the whole run. */
final class RawTrial implements Trial {

  private final Rig rig;
  private final Clients clients;
  private final Consumer<Load> before;
  private final Consumer<Load> after;

  /**
   * Runs clients.
   *
   * @param before prepares for a run
   * @param after checks what it has written
   */
  RawTrial(Rig rig, Clients clients, Consumer<Load> before, Consumer<Load> after) {
    this.rig = rig;
    this.clients = clients;
    this.before = before;
    this.after = after;
  }

  @Override
  public Sample run(Entry entry, int repetition) throws Exception {
    before.accept(entry.load());
    long rows = entry.load().rows().count();
    RawClient client = clients.of(entry.contestant());
    ProcessTimes.resetPeakResident(client.pid());
    double gcBefore = Jvm.gcMillis(client.pid());
    Meter meter = Meter.start(rig.roles(List.of(client.pid())));
    client.begin(rows);
    client.awaitEnd();
    Meter.Usage usage = meter.stop();
    double gcMillis = Jvm.gcMillis(client.pid()) - gcBefore;
    long peak = ProcessTimes.peakResidentBytes(client.pid());
    after.accept(entry.load());
    return new Sample(rows, usage, gcMillis, peak, 0, 0);
  }
}

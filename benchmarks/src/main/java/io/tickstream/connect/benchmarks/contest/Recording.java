package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.measure.Jvm;
import java.util.List;

/** Flight recordings of the workers, when they are asked for. */
final class Recording {

  private static final String NONE = "";

  private Recording() {}

  /** Starts a recording in each process; returns its name for {@link #stop}. */
  static String start(ContestSettings settings, List<Long> pids, String name) {
    if (settings.recordings().isEmpty()) {
      return NONE;
    }
    for (long pid : pids) {
      Jvm.command(
          pid,
          "JFR.start",
          "name=" + name,
          "settings=profile",
          "filename=" + settings.recordings().get().resolve(name + "-" + pid + ".jfr"));
    }
    return name;
  }

  /** Ends the recordings, which writes their files. */
  static void stop(List<Long> pids, String recording) {
    if (!recording.equals(NONE)) {
      pids.forEach(pid -> Jvm.command(pid, "JFR.stop", "name=" + recording));
    }
  }
}

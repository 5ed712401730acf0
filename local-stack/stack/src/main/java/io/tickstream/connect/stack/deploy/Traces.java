package io.tickstream.connect.stack.deploy;

import java.util.List;
import java.util.stream.Collectors;

/** Stack traces, cut down to what tells a user why. */
public final class Traces {
  private Traces() {}

  /** The first line and the causes, without frames. */
  public static List<String> reasons(String trace) {
    return trace
        .lines()
        .filter(line -> !line.startsWith("\t") || line.strip().startsWith("Caused by"))
        .filter(line -> !line.isBlank())
        .collect(Collectors.toList());
  }

  /** The innermost cause. */
  public static String rootCause(String trace) {
    List<String> reasons = reasons(trace);
    return reasons.isEmpty()
        ? ""
        : reasons.get(reasons.size() - 1).replaceFirst("^\\s*Caused by: ", "");
  }
}

package io.tickstream.connect.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What another JVM of this user tells about itself through the JDK's own tools. */
public final class Jvm {

  private static final Path TOOLS = Path.of(System.getProperty("java.home"), "bin");

  private Jvm() {}

  /** Milliseconds the collector has taken since the JVM's start. */
  public static double gcMillis(long pid) {
    return column(run("jstat", "-gc", Long.toString(pid)), "GCT") * 1000;
  }

  /**
   * Collects garbage and returns the bytes that stayed alive. The histogram counts them in the same
   * pause; a JVM under load has allocated a hundred megabytes before another tool can ask.
   */
  public static long liveHeapBytes(long pid) {
    String id = Long.toString(pid);
    // The second collection also frees what only references cleared by the first one held.
    run("jcmd", id, "GC.run");
    return total(run("jcmd", id, "GC.class_histogram"));
  }

  /** Starts or stops a recording: {@code JFR.start …}, {@code JFR.stop …}. */
  public static String command(long pid, String... command) {
    String[] line = new String[command.length + 1];
    line[0] = Long.toString(pid);
    System.arraycopy(command, 0, line, 1, command.length);
    return run("jcmd", line);
  }

  static double column(String jstat, String name) {
    List<String> lines = jstat.lines().filter(line -> !line.isBlank()).toList();
    String[] names = lines.get(0).trim().split(" +", -1);
    String[] values = lines.get(1).trim().split(" +", -1);
    Map<String, Double> columns = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      columns.put(names[i], "-".equals(values[i]) ? 0.0 : Double.parseDouble(values[i]));
    }
    Double value = columns.get(name);
    if (value == null) {
      throw new IllegalStateException("jstat shows no column " + name);
    }
    return value;
  }

  /** The bytes in the last line of a histogram: the word, then instances, then bytes. */
  static long total(String histogram) {
    String last = histogram.stripTrailing().lines().reduce("", (first, next) -> next);
    String[] columns = last.trim().split(" +", -1);
    if (columns.length != 3 || !"Total".equals(columns[0])) {
      throw new IllegalStateException("no total at the end of a histogram, but: " + last);
    }
    return Long.parseLong(columns[2]);
  }

  private static String run(String tool, String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = TOOLS.resolve(tool).toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed: " + output.strip());
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + tool, e);
    }
  }
}

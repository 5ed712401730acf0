package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.measure.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Flight recordings of the workers during one run, when they are asked for. */
final class Recording implements AutoCloseable {

  private final String name;
  private final Map<Long, Path> files;

  private Recording(String name, Map<Long, Path> files) {
    this.name = name;
    this.files = files;
  }

  /** Makes the folder of the recordings, if there are to be any. */
  static void prepare(ContestSettings settings) {
    settings
        .recordings()
        .ifPresent(
            folder -> {
              try {
                Files.createDirectories(folder);
              } catch (IOException e) {
                throw new IllegalArgumentException(
                    "--record is %s, allowed is a folder that can be made: %s".formatted(folder, e),
                    e);
              }
            });
  }

  /** Starts a recording in each process, or in none where there are to be none. */
  static Recording start(ContestSettings settings, List<Long> pids, String name) {
    Map<Long, Path> files = new LinkedHashMap<>();
    settings
        .recordings()
        .ifPresent(
            folder ->
                pids.forEach(pid -> files.put(pid, folder.resolve(name + "-" + pid + ".jfr"))));
    files.forEach(
        (pid, file) ->
            Jvm.command(pid, "JFR.start", "name=" + name, "settings=profile", "filename=" + file));
    return new Recording(name, files);
  }

  /**
   * Ends the recordings, which writes their files.
   *
   * @throws IllegalStateException when one has not been written
   */
  @Override
  public void close() {
    Map<Path, String> answers = new LinkedHashMap<>();
    files.forEach((pid, file) -> answers.put(file, Jvm.command(pid, "JFR.stop", "name=" + name)));
    answers.forEach(Recording::requireWritten);
  }

  /** The worker makes an empty file when it starts to record. */
  private static void requireWritten(Path file, String answer) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) == 0) {
        throw new IllegalStateException(
            "no flight recording was written to %s: %s".formatted(file, answer.strip()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.tickstream.connect.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where and how a result came about.
 *
 * @param command what was typed
 * @param title one line on what was compared
 * @param maxOtherShare the share of the machine above which a repetition counts as disturbed
 */
public record Setting(
    String command,
    String title,
    Instant when,
    String processor,
    int cores,
    long memoryMib,
    String jvm,
    double maxOtherShare) {

  /** This machine, now. */
  public static Setting here(String command, String title, double maxOtherShare) {
    return new Setting(
        command,
        title,
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        field("/proc/cpuinfo", "model name"),
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "")) / 1024,
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        maxOtherShare);
  }

  private static String field(String file, String name) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse("0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

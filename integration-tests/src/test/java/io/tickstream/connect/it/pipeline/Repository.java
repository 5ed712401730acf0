package io.tickstream.connect.it.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of the repository that the tests run. */
final class Repository {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path CONNECTORS = ROOT.resolve("config/connectors");
  static final Path TABLES = ROOT.resolve("config/cql");

  private Repository() {}

  /** The lines of the daily bars without their header, oldest first. */
  static List<String[]> dailyBars() {
    try (var lines = Files.lines(ROOT.resolve("config/data/AAPL-daily-2015-2017.csv"))) {
      return lines.skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

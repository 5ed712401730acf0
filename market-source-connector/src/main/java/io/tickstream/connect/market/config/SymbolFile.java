package io.tickstream.connect.market.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** A text file with one symbol per line. */
public final class SymbolFile {

  private SymbolFile() {}

  /** The symbols, each once, in order. */
  public static List<String> read(String path) throws IOException {
    try {
      return Files.readAllLines(Path.of(path)).stream()
          .map(line -> line.replaceFirst("#.*", "").trim())
          .filter(line -> !line.isEmpty())
          .distinct()
          .sorted()
          .toList();
    } catch (InvalidPathException notPath) {
      throw new IOException("not a path", notPath);
    }
  }
}

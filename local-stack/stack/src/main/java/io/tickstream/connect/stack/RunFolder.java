package io.tickstream.connect.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one run. Unless the user named it, its data goes when the run ends and its logs
 * stay; what a killed run left is cleared by the next one.
 */
record RunFolder(Path path, boolean kept) {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String PREFIX = "run-";

  static RunFolder open(@Nullable Path wanted, Path runs) {
    try {
      if (wanted != null) {
        return new RunFolder(Files.createDirectories(wanted), true);
      }
      Files.createDirectories(runs);
      clearLeftovers(runs);
      String name = PREFIX + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
      Path path = runs.resolve(name);
      deleteAllBut(path, null);
      return new RunFolder(Files.createDirectories(path), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void close() {
    if (!kept) {
      try {
        deleteAllBut(path, ServerDefinition.LOG_FILE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void clearLeftovers(Path runs) throws IOException {
    List<Path> old;
    try (Stream<Path> folders = Files.list(runs)) {
      old = folders.filter(folder -> !isAlive(folder.getFileName().toString())).toList();
    }
    for (Path folder : old) {
      deleteAllBut(folder, ServerDefinition.LOG_FILE);
    }
  }

  private static boolean isAlive(String name) {
    String[] parts = name.split("-", -1);
    return parts.length != 3
        || !name.startsWith(PREFIX)
        || ProcessHandle.of(Long.parseLong(parts[1])).isPresent();
  }

  private static void deleteAllBut(Path folder, @Nullable String kept) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!file.getFileName().toString().equals(kept)) {
              Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // Deleted by a run that clears the same leftovers.
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            try (Stream<Path> rest = Files.list(directory)) {
              if (rest.findAny().isPresent()) {
                return FileVisitResult.CONTINUE;
              }
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

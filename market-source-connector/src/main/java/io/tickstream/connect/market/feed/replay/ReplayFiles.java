package io.tickstream.connect.market.feed.replay;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds files by name or pattern. */
final class ReplayFiles {

  private ReplayFiles() {}

  /**
   * The files, in the order of the names given, those of one pattern by name.
   *
   * @throws IOException naming what cannot be read
   */
  static List<Path> find(List<String> names) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : names) {
      List<Path> found = name.matches(".*[*?].*") ? matching(name) : List.of(path(name));
      for (Path file : found) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
          throw new IOException(file + " is not a file that this worker can read");
        }
        files.add(file);
      }
    }
    return files;
  }

  private static List<Path> matching(String name) throws IOException {
    int slash = name.lastIndexOf('/');
    Path folder = path(slash < 0 ? "." : name.substring(0, slash + 1));
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(folder, name.substring(slash + 1))) {
      entries.forEach(found::add);
    } catch (IOException unreadable) {
      throw new IOException(folder + " is not a folder that this worker can read", unreadable);
    }
    if (found.isEmpty()) {
      throw new IOException("no file is called " + name);
    }
    found.sort(null);
    return found;
  }

  private static Path path(String name) throws IOException {
    try {
      return Path.of(name);
    } catch (InvalidPathException notPath) {
      throw new IOException(name + " is not a path", notPath);
    }
  }
}

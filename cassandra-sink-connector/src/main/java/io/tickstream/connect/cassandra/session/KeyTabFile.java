package io.tickstream.connect.cassandra.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A key tab as Java's login takes it, by its path. An inline one is written to a file that only
 * this user can read, once, however often sessions are tried: Java keeps in memory what it has read
 * of each path, too. The file is gone when this is closed. Thread-safe.
 */
final class KeyTabFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeyTabFile.class);

  private final String setting;

  /** Guarded by this, as is the next. */
  private @Nullable Path written;

  private boolean closed;

  /** Does no I/O; the setting may be empty as long as nobody asks for the path. */
  KeyTabFile(String setting) {
    this.setting = setting;
  }

  /**
   * Where it is.
   *
   * @throws IllegalStateException when an inline one is asked for after {@link #close}
   */
  synchronized String path() {
    if (!FileSetting.isInline(setting)) {
      return setting;
    }
    if (closed) {
      throw new IllegalStateException("the key tab has been given back");
    }
    Path file = written;
    if (file == null) {
      file = write(setting);
      written = file;
    }
    return file.toString();
  }

  private static Path write(String inline) {
    try (InputStream content = FileSetting.open(inline)) {
      byte[] bytes = content.readAllBytes();
      Path file =
          Files.createTempFile(
              "tickstream-sink",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      // For workers that end without stopping their tasks.
      file.toFile().deleteOnExit();
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (written == null) {
      return;
    }
    try {
      Files.deleteIfExists(written);
      written = null;
    } catch (IOException e) {
      LOG.warn("A copy of the key tab is left at {}; delete it", written, e);
    }
  }
}

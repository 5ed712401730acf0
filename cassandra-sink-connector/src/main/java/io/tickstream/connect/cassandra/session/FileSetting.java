package io.tickstream.connect.cassandra.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

/** A setting that is a file: its path, or {@code base64:} and its content. */
public final class FileSetting {
  private static final String INLINE = "base64:";

  private FileSetting() {}

  /**
   * The content.
   *
   * @throws IllegalArgumentException when what follows {@code base64:} is no such thing
   */
  public static InputStream open(String value) throws IOException {
    if (value.startsWith(INLINE)) {
      return new ByteArrayInputStream(decode(value));
    }
    return Files.newInputStream(Path.of(value));
  }

  /** For those who want a path: inline content goes to a file that only this user can read. */
  static Path path(String value) {
    if (!value.startsWith(INLINE)) {
      return Path.of(value);
    }
    try {
      Path file =
          Files.createTempFile(
              "tickstream-sink",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      file.toFile().deleteOnExit();
      return Files.write(file, decode(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] decode(String value) {
    return Base64.getMimeDecoder().decode(value.substring(INLINE.length()));
  }
}

package io.tickstream.connect.cassandra.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
    if (isInline(value)) {
      return new ByteArrayInputStream(decode(value));
    }
    if (value.contains("\n")) {
      // Errors about a path quote it, and this may be a key.
      throw new IOException("it is neither a path nor base64:…");
    }
    return Files.newInputStream(Path.of(value));
  }

  /** Whether the value is the content itself, which may be a secret. */
  public static boolean isInline(String value) {
    return value.startsWith(INLINE);
  }

  private static byte[] decode(String value) {
    // Blanks and line breaks are welcome, but anything else is a mistake, which MIME would skip.
    return Base64.getDecoder().decode(value.substring(INLINE.length()).replaceAll("\\s", ""));
  }
}

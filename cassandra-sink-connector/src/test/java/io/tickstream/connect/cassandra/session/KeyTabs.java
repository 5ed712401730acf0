package io.tickstream.connect.cassandra.session;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Key tabs, and what has become of them. */
public final class KeyTabs {

  private KeyTabs() {}

  /** Of sink/host: a hole of three bytes, then one entry as far as its principal. */
  public static byte[] of(String realm) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeShort(0x0502);
      out.writeInt(-3);
      out.write(new byte[3]);
      out.writeInt(100);
      out.writeShort(2);
      out.writeUTF(realm);
      out.writeUTF("sink");
      out.writeUTF("host");
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a setting. */
  public static String inline(byte[] keyTab) {
    return "base64:" + Base64.getEncoder().encodeToString(keyTab);
  }

  /** Files that the sink has written of a key tab. */
  public static List<Path> copiesOf(byte[] keyTab) {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("tickstream-sink"))
          .filter(file -> Arrays.equals(content(file), keyTab))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

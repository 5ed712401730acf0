package io.tickstream.connect.cassandra.session;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.StringJoiner;

/**
 * Reads the principal that a Kerberos key tab begins with. The format is MIT's: numbers are
 * big-endian, each entry has its size before it, and a negative size is a hole.
 */
final class KeyTab {
  private static final int FORMAT = 0x0502;

  private KeyTab() {}

  /**
   * As {@code name/instance@REALM}.
   *
   * @throws IOException when it is no key tab, or one without entries
   */
  static String firstPrincipal(InputStream content) throws IOException {
    try {
      DataInputStream in = new DataInputStream(content);
      if (in.readUnsignedShort() != FORMAT) {
        throw new IOException("it is no key tab of version 2");
      }
      int size = in.readInt();
      while (size < 0) {
        in.skipNBytes(-(long) size);
        size = in.readInt();
      }
      int components = in.readUnsignedShort();
      String realm = in.readUTF();
      StringJoiner name = new StringJoiner("/", "", "@" + realm);
      for (int i = 0; i < components; i++) {
        name.add(in.readUTF());
      }
      return name.toString();
    } catch (EOFException e) {
      throw new IOException("it is no key tab, or one without entries", e);
    }
  }
}

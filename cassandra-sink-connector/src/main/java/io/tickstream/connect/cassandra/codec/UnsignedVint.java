package io.tickstream.connect.cassandra.codec;

import java.nio.ByteBuffer;

/**
 * Cassandra's variable-length integers: as many leading one bits as bytes follow the first, then
 * the number, most significant byte first.
 */
final class UnsignedVint {
  private static final int BITS_PER_BYTE = 7;

  private UnsignedVint() {}

  static int sizeOf(int value) {
    int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(value));
    return (bits + BITS_PER_BYTE - 1) / BITS_PER_BYTE;
  }

  static void put(ByteBuffer bytes, int value) {
    int extra = sizeOf(value) - 1;
    long marked = value | (0xFF00L << (extra * BITS_PER_BYTE) & (0xFFL << (extra * Byte.SIZE)));
    for (int shift = extra * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes.put((byte) (marked >>> shift));
    }
  }
}

package io.tickstream.connect.market.event;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A 64-bit FNV-1a hash over values in order, for events that their venue gives no id. Not
 * thread-safe.
 */
public final class Fingerprint {

  private static final long PRIME = 0x100000001b3L;

  private long hash = 0xcbf29ce484222325L;

  public Fingerprint add(@Nullable CharSequence value) {
    if (value == null) {
      return octet(1).octet(0);
    }
    for (int i = 0; i < value.length(); i++) {
      octet(value.charAt(i) >>> 8).octet(value.charAt(i) & 0xff);
    }
    return octet(2).octet(0);
  }

  public Fingerprint add(@Nullable Amount value) {
    return add(value == null ? null : value.text());
  }

  public Fingerprint add(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      octet((int) (value >>> shift) & 0xff);
    }
    return this;
  }

  public long toLong() {
    return hash;
  }

  /** Sixteen hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(hash);
  }

  private Fingerprint octet(int value) {
    hash = (hash ^ value) * PRIME;
    return this;
  }
}

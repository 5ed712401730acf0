package io.tickstream.connect.transforms;

/** How a transform or predicate is called in messages: {@code TimeBucket$Value}. */
final class Names {
  private Names() {}

  static String of(Object plugin) {
    String name = plugin.getClass().getName();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}

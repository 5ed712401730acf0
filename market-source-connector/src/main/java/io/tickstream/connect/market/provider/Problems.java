package io.tickstream.connect.market.provider;

/** Takes what is wrong with a configuration; every problem belongs to the option at fault. */
@FunctionalInterface
public interface Problems {

  /** Adds a problem; the message says what was given and what is allowed, and holds no secret. */
  void add(String option, String message);
}

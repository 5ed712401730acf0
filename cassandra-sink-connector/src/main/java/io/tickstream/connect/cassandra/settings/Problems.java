package io.tickstream.connect.cassandra.settings;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that all of it is told at once. Not thread-safe. */
public final class Problems {
  private final List<Problem> problems = new ArrayList<>();

  public void add(String key, String message) {
    problems.add(new Problem(key, message));
  }

  public List<Problem> all() {
    return List.copyOf(problems);
  }
}

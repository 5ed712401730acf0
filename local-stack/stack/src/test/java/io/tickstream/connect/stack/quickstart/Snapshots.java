package io.tickstream.connect.stack.quickstart;

import io.tickstream.connect.stack.rest.ConnectorStatus;
import io.tickstream.connect.stack.rest.ConnectorStatus.Task;
import java.time.Instant;
import java.util.List;

/** Snapshots for tests. */
final class Snapshots {
  static final Instant NOW = Instant.parse("2026-03-02T10:00:00.250Z");

  private Snapshots() {}

  static ConnectorState running(String name, long records, double perSecond) {
    return new ConnectorState(
        new ConnectorStatus(name, "RUNNING", "w", "", List.of(new Task(0, "RUNNING", "w", ""))),
        records,
        perSecond);
  }

  static ConnectorState failed(String name) {
    String trace =
        "a.B: outer\n\tat a.B.c(B.java:1)\nCaused by: e.F: no host\n\tat e.F.g(F.java:3)\n";
    return new ConnectorState(
        new ConnectorStatus(name, "RUNNING", "w", "", List.of(new Task(0, "FAILED", "w", trace))),
        0,
        0);
  }

  static TableState live(String table, long rows) {
    return new TableState(new TableName("market", table), rows, NOW.minusMillis(45), NOW);
  }

  static TableState history(String table, long rows) {
    return new TableState(
        new TableName("market", table), rows, Instant.parse("2017-02-28T05:00:00Z"), NOW);
  }

  static TableState empty(String table) {
    return TableState.empty(new TableName("market", table));
  }
}

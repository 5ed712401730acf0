package io.tickstream.connect.stack.quickstart;

import io.tickstream.connect.stack.deploy.Traces;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link Snapshot} into words: a table for terminals, lines that stand for themselves
 * elsewhere.
 */
final class LiveTable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String NOTHING = "-";
  private static final int MIN_NAME_WIDTH = 20;

  private LiveTable() {}

  static List<String> table(Snapshot snapshot) {
    int width = nameWidth(snapshot);
    List<String> lines = new ArrayList<>();
    lines.add(row(width, "connector", "state", "tasks", "records/s", "records"));
    for (ConnectorState each : snapshot.connectors()) {
      lines.add(
          row(
              width,
              each.name(),
              each.status().summary(),
              each.tasks(),
              rate(each),
              count(each.records())));
    }
    lines.add("");
    lines.add(row(width, "table", "rows", "", "delay", "newest row"));
    for (TableState each : snapshot.tables()) {
      lines.add(
          row(
              width,
              each.name().toString(),
              count(each.rows()),
              "",
              delay(each),
              time(each.newest())));
    }
    for (ConnectorState each : snapshot.connectors()) {
      each.status()
          .failure()
          .ifPresent(trace -> lines.add(each.name() + ": " + Traces.rootCause(trace)));
    }
    return lines;
  }

  static List<String> lines(Duration elapsed, Snapshot snapshot) {
    String at = "%5d s  ".formatted(elapsed.toSeconds());
    List<String> lines = new ArrayList<>();
    for (ConnectorState each : snapshot.connectors()) {
      lines.add(
          "%s%s %s tasks %s, %s records/s, %s records"
              .formatted(
                  at,
                  each.name(),
                  each.status().summary(),
                  each.tasks(),
                  rate(each),
                  count(each.records())));
    }
    for (TableState each : snapshot.tables()) {
      lines.add(
          "%s%s %s rows, newest %s, delay %s"
              .formatted(at, each.name(), count(each.rows()), time(each.newest()), delay(each)));
    }
    return lines;
  }

  private static int nameWidth(Snapshot snapshot) {
    int width = MIN_NAME_WIDTH;
    for (ConnectorState each : snapshot.connectors()) {
      width = Math.max(width, each.name().length());
    }
    for (TableState each : snapshot.tables()) {
      width = Math.max(width, each.name().toString().length());
    }
    return width;
  }

  private static String row(
      int width, String name, String second, String third, String fourth, String fifth) {
    return String.format(
            Locale.ROOT,
            "%-" + width + "s  %-10s %5s  %10s  %s",
            name,
            second,
            third,
            fourth,
            fifth)
        .stripTrailing();
  }

  private static String rate(ConnectorState connector) {
    return String.format(Locale.ROOT, "%,.1f", connector.perSecond());
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String time(@Nullable Instant instant) {
    return instant == null ? NOTHING : TIME.format(instant);
  }

  private static String delay(TableState table) {
    Duration delay = table.delay();
    if (delay != null) {
      return Durations.format(delay);
    }
    return table.newest() == null ? NOTHING : "history";
  }
}

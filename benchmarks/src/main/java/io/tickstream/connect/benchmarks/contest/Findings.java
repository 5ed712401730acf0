package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.measure.Meter.Role;
import io.tickstream.connect.benchmarks.measure.Spread;
import io.tickstream.connect.benchmarks.report.Line;
import io.tickstream.connect.benchmarks.report.Report;
import io.tickstream.connect.benchmarks.report.Report.Column;
import io.tickstream.connect.benchmarks.report.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Turns the entries of a contest into its report, with the ratios that its targets speak of. */
final class Findings {

  private static final double MIB = 1024.0 * 1024.0;

  private static final Column RATE = new Column("rows/s", 0, true);
  private static final Column CLIENT = new Column("worker or client CPU s/M", 2, true);
  private static final Column CASSANDRA = new Column("Cassandra CPU s/M", 2, true);
  private static final Column BROKER = new Column("broker CPU s/M", 2, false);
  private static final Column GC = new Column("GC ms", 0, false);
  private static final Column PEAK = new Column("peak resident MiB", 0, false);
  private static final Column START = new Column("start to first commit s", 2, false);
  private static final Column LIVE = new Column("live heap MiB", 0, false);
  private static final Column RATE_RATIO = new Column("rows/s ÷ floor", 2, false);
  private static final Column CLIENT_RATIO = new Column("worker CPU ÷ nothing", 2, false);
  private static final Column CASSANDRA_RATIO = new Column("Cassandra CPU ÷ floor", 2, false);

  private final List<Entry> entries;

  private Findings(List<Entry> entries) {
    this.entries = entries;
  }

  static Report report(
      String command, String title, double maxOtherShare, List<Entry> entries, boolean liveHeap) {
    Findings findings = new Findings(entries);
    List<Line> lines = entries.stream().map(entry -> findings.line(entry, liveHeap)).toList();
    List<Column> columns =
        new ArrayList<>(
            List.of(
                RATE,
                CLIENT,
                CASSANDRA,
                BROKER,
                GC,
                PEAK,
                START,
                RATE_RATIO,
                CLIENT_RATIO,
                CASSANDRA_RATIO));
    if (liveHeap) {
      columns.add(LIVE);
    }
    columns.removeIf(
        column -> lines.stream().noneMatch(line -> line.figures().containsKey(column.name())));
    return new Report(Setting.here(command, title, maxOtherShare), columns, lines);
  }

  private Line line(Entry entry, boolean liveHeap) {
    Map<String, Spread> figures = new LinkedHashMap<>();
    if (entry.hasResult()) {
      figures.put(RATE.name(), entry.rate());
      figures.put(CLIENT.name(), entry.cpuPerMillion(Role.CLIENT));
      figures.put(CASSANDRA.name(), entry.cpuPerMillion(Role.CASSANDRA));
      figures.put(BROKER.name(), entry.cpuPerMillion(Role.BROKER));
      figures.put(GC.name(), entry.spread(Sample::gcMillis));
      figures.put(PEAK.name(), entry.spread(sample -> sample.peakResidentBytes() / MIB));
      if (entry.variant() != null) {
        figures.put(START.name(), entry.spread(Sample::startSeconds));
        if (liveHeap) {
          figures.put(LIVE.name(), entry.spread(sample -> sample.liveHeapBytes() / MIB));
        }
      }
      addRatios(entry, figures);
    }
    return new Line(
        entry.label(), figures, entry.samples().size(), entry.worstOtherShare(), entry.failure());
  }

  private void addRatios(Entry entry, Map<String, Spread> figures) {
    floor(entry.load())
        .filter(Entry::hasResult)
        .ifPresent(
            floor -> {
              figures.put(RATE_RATIO.name(), entry.ratio(floor, Sample::rate));
              if (floor.contestant() instanceof Contestant.Driver) {
                figures.put(
                    CASSANDRA_RATIO.name(),
                    entry.ratio(floor, sample -> sample.cpuPerMillion(Role.CASSANDRA)));
              }
            });
    first(
            entry.load(),
            other ->
                other.contestant().name().equals(Contestants.NOTHING)
                    && Objects.equals(other.variant(), entry.variant()))
        .filter(Entry::hasResult)
        .ifPresent(
            nothing ->
                figures.put(
                    CLIENT_RATIO.name(),
                    entry.ratio(nothing, sample -> sample.cpuPerMillion(Role.CLIENT))));
  }

  private Optional<Entry> floor(Load load) {
    return first(load, entry -> entry.contestant().name().equals("driver-32"))
        .or(() -> first(load, entry -> entry.contestant() instanceof Contestant.Driver))
        .or(() -> first(load, entry -> entry.contestant().name().equals(Contestants.PREBUILT)))
        .or(() -> first(load, entry -> entry.contestant().name().equals(Contestants.NOTHING)));
  }

  /** The first of those that write the same load. */
  private Optional<Entry> first(Load load, Predicate<Entry> wanted) {
    return entries.stream().filter(entry -> entry.load().equals(load)).filter(wanted).findFirst();
  }
}

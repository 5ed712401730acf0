package io.tickstream.connect.benchmarks.report;

import io.tickstream.connect.benchmarks.measure.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report as Markdown that reads as well on a terminal. */
public final class MarkdownTable {

  private MarkdownTable() {}

  /** Title, command, machine, table, doubts. */
  public static String of(Report report) {
    Setting setting = report.setting();
    StringBuilder text = new StringBuilder();
    text.append("### ").append(setting.title()).append("\n\n");
    text.append("`").append(setting.command()).append("`\n\n");
    text.append(
        "%s, %d cores, %d MiB, %s, %s. Median (minimum–maximum) of the repetitions.%n%n"
            .formatted(
                setting.processor(),
                setting.cores(),
                setting.memoryMib(),
                setting.jvm(),
                setting.when()));
    rows(report).forEach(row -> text.append(row).append('\n'));
    if (!report.isResult()) {
      text.append("\n**Not a result:**\n\n");
      report.doubts().forEach(doubt -> text.append("- ").append(doubt).append('\n'));
    }
    return text.toString();
  }

  private static List<String> rows(Report report) {
    List<List<String>> cells = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("contestant"));
    report.columns().forEach(column -> head.add(column.name()));
    head.add("others");
    cells.add(head);
    for (Line line : report.lines()) {
      cells.add(cells(report, line));
    }
    int[] widths = new int[head.size()];
    for (List<String> row : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> rows = new ArrayList<>();
    cells.forEach(row -> rows.add(row(row, widths)));
    StringBuilder rule = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      rule.append('-').append("-".repeat(widths[i])).append(i == 0 ? "-|" : ":|");
    }
    rows.add(1, rule.toString());
    return rows;
  }

  private static List<String> cells(Report report, Line line) {
    List<String> row = new ArrayList<>(List.of(line.label()));
    for (Report.Column column : report.columns()) {
      Spread spread = line.figures().get(column.name());
      row.add(spread == null ? "–" : cell(spread, column.decimals()));
    }
    row.add("%.0f %%".formatted(100 * line.otherShare()));
    return row;
  }

  static String cell(Spread spread, int decimals) {
    String format = "%,." + decimals + "f";
    return String.format(
        Locale.ROOT,
        format + " (" + format + "–" + format + ")",
        spread.median(),
        spread.min(),
        spread.max());
  }

  private static String row(List<String> cells, int[] widths) {
    StringBuilder row = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      String pad = " ".repeat(widths[i] - cells.get(i).length());
      row.append(' ').append(i == 0 ? cells.get(i) + pad : pad + cells.get(i)).append(" |");
    }
    return row.toString();
  }
}

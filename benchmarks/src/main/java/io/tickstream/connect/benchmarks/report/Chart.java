package io.tickstream.connect.benchmarks.report;

import io.tickstream.connect.benchmarks.measure.Spread;
import java.util.List;
import java.util.Locale;

/**
 * The report as SVG: a panel per charted column, a bar per line, a whisker from minimum to maximum.
 */
final class Chart {

  private static final int LABEL_WIDTH = 290;
  private static final int LETTER_WIDTH = 7;
  private static final int MARGIN = 12;
  private static final int BAR_WIDTH = 420;
  private static final int VALUE_WIDTH = 90;
  private static final int ROW = 24;
  private static final int HEAD = 40;
  private static final int TITLE = 76;
  private static final String[] COLOURS = {"#3b6ea5", "#7a9e3b", "#c2803a", "#8a5a99"};

  private final StringBuilder svg = new StringBuilder();
  private final int labelWidth;

  /** With room for the longest label. */
  private Chart(List<Line> lines) {
    int longest = lines.stream().mapToInt(line -> line.label().length()).max().orElse(0);
    this.labelWidth = Math.max(LABEL_WIDTH, longest * LETTER_WIDTH + 2 * MARGIN);
  }

  static String of(Report report) {
    List<Report.Column> columns = report.columns().stream().filter(Report.Column::charted).toList();
    int panel = HEAD + report.lines().size() * ROW + 8;
    Chart chart = new Chart(report.lines());
    int width = chart.labelWidth + BAR_WIDTH + VALUE_WIDTH;
    chart.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
            + " font-family=\"sans-serif\" font-size=\"12\">",
        width, TITLE + columns.size() * panel, width, TITLE + columns.size() * panel);
    chart.add("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
    chart.add(
        "<text x=\"12\" y=\"24\" font-size=\"15\" font-weight=\"bold\">%s</text>",
        escaped(report.setting().title()));
    Setting setting = report.setting();
    chart.add(
        "<text x=\"12\" y=\"44\" fill=\"#555555\">%s, %d cores, %s; median, minimum to maximum</text>",
        escaped(setting.processor()), setting.cores(), setting.when());
    if (!report.isResult()) {
      chart.add(
          "<text x=\"12\" y=\"64\" fill=\"#b00020\" font-weight=\"bold\">Not a result: %s</text>",
          escaped(report.doubts().get(0)));
    }
    for (int i = 0; i < columns.size(); i++) {
      chart.panel(columns.get(i), report.lines(), TITLE + i * panel, COLOURS[i % COLOURS.length]);
    }
    chart.add("</svg>");
    return chart.svg.toString();
  }

  private void panel(Report.Column column, List<Line> lines, int top, String colour) {
    double largest =
        lines.stream()
            .map(line -> line.figures().get(column.name()))
            .mapToDouble(spread -> spread == null ? 0 : spread.max())
            .max()
            .orElse(0);
    add("<text x=\"12\" y=\"%d\" font-weight=\"bold\">%s</text>", top + 24, escaped(column.name()));
    for (int i = 0; i < lines.size(); i++) {
      int y = top + HEAD + i * ROW;
      add("<text x=\"12\" y=\"%d\">%s</text>", y + 12, escaped(lines.get(i).label()));
      Spread spread = lines.get(i).figures().get(column.name());
      if (spread != null && largest > 0) {
        bar(spread, largest, y, colour, column.decimals());
      }
    }
  }

  private void bar(Spread spread, double largest, int y, String colour, int decimals) {
    double scale = BAR_WIDTH / largest;
    add(
        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"16\" fill=\"%s\"/>",
        labelWidth, y, spread.median() * scale, colour);
    add(
        "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#222222\" stroke-width=\"1.5\"/>",
        labelWidth + spread.min() * scale, labelWidth + spread.max() * scale, y + 8, y + 8);
    add(
        "<text x=\"%.1f\" y=\"%d\">%,." + decimals + "f</text>",
        labelWidth + spread.max() * scale + 6,
        y + 12,
        spread.median());
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

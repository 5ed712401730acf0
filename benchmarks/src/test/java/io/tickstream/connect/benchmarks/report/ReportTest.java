package io.tickstream.connect.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tickstream.connect.benchmarks.measure.Spread;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ReportTest {

  private static final Setting SETTING =
      new Setting(
          "./benchmarks/run sink",
          "Sinks & floors",
          Instant.parse("2026-01-02T03:04:05Z"),
          "a processor",
          2,
          1024,
          "a JVM",
          0.1);
  private static final List<Report.Column> COLUMNS =
      List.of(new Report.Column("rows/s", 0, true), new Report.Column("GC ms", 1, false));

  private static Line line(String label, int repetitions, double others, @Nullable String failure) {
    return new Line(
        label,
        Map.of("rows/s", Spread.of(List.of(2000.0, 1000.0, 1234.0))),
        repetitions,
        others,
        failure);
  }

  private static Report report(Line... lines) {
    return new Report(SETTING, COLUMNS, List.of(lines));
  }

  @Test
  void aQuietCompleteContestIsAResult() {
    assertThat(report(line("a", 3, 0.02, null)).isResult()).isTrue();
  }

  @Test
  void aBusyMachineMakesNoResult() {
    Report report = report(line("a", 3, 0.02, null), line("b", 3, 0.25, null));

    assertThat(report.doubts())
        .containsExactly(
            "others took 25 % of the machine during a repetition of b (allowed: 10 %)");
  }

  @Test
  void tooFewRepetitionsOrAFailureMakeNoResult() {
    assertThat(report(line("a", 2, 0, null)).doubts())
        .containsExactly("a was repeated 2 times, not 3 or more");
    assertThat(report(line("a", 3, 0, "task 0 failed")).doubts())
        .containsExactly("a failed: task 0 failed");
  }

  @Test
  void theTableHoldsMedianMinimumAndMaximumAndADashForWhatIsMissing() {
    assertThat(MarkdownTable.of(report(line("a", 3, 0.02, null))))
        .contains("| a          | 1,234 (1,000–2,000) |     – |    2 % |")
        .contains("`./benchmarks/run sink`")
        .doesNotContain("Not a result");
  }

  @Test
  void filesAreWrittenInThreeForms(@TempDir Path folder) throws Exception {
    report(line("a <b>", 3, 0.5, null)).write(folder, "sink");

    JsonNode json = new ObjectMapper().readTree(folder.resolve("sink.json").toFile());
    assertThat(json.at("/lines/0/figures/rows~1s/median").asDouble()).isEqualTo(1234);
    assertThat(json.at("/lines/0/figures/rows~1s/values"))
        .extracting(JsonNode::asDouble)
        .containsExactly(2000.0, 1000.0, 1234.0);
    assertThat(json.at("/isResult").asBoolean()).isFalse();
    assertThat(folder.resolve("sink.md")).content().contains("Not a result");
    assertThat(folder.resolve("sink.svg"))
        .content()
        .contains("a &lt;b&gt;")
        .contains("Not a result: others took 50 % of the machine");
  }

  @Test
  void theChartHasRoomForItsLongestLabel() {
    String longest = "driver-32-beside-nothing, 2 tasks, poll 5000, 2 workers, 10M records";

    assertThat(Chart.of(report(line("a", 3, 0, null)))).contains("width=\"800\"");
    assertThat(Chart.of(report(line(longest, 3, 0, null)))).contains("width=\"1010\"");
  }

  @Test
  void theChartIsWellFormedAndHasABarForEachLine() throws Exception {
    String svg = Chart.of(report(line("a", 3, 0, null), line("b", 3, 0, null)));

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    // The first rectangle is the background.
    assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(3);
  }
}

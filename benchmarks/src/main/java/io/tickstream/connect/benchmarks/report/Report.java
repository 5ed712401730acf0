package io.tickstream.connect.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tickstream.connect.benchmarks.measure.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A finished contest, ready to be printed and kept. */
public record Report(Setting setting, List<Column> columns, List<Line> lines) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * A figure that lines may have.
   *
   * @param decimals digits behind the point
   * @param charted whether the chart shows it
   */
  public record Column(String name, int decimals, boolean charted) {}

  /** Whether the machine was quiet enough, everyone finished, and there were three repetitions. */
  public boolean isResult() {
    return doubts().isEmpty();
  }

  /** Why this is not a result; empty when it is one. */
  public List<String> doubts() {
    return lines.stream().map(this::doubt).filter(doubt -> !doubt.isEmpty()).toList();
  }

  private String doubt(Line line) {
    if (line.failure() != null) {
      return line.label() + " failed: " + line.failure();
    }
    if (line.otherShare() > setting.maxOtherShare()) {
      return "others took %.0f %% of the machine during a repetition of %s (allowed: %.0f %%)"
          .formatted(100 * line.otherShare(), line.label(), 100 * setting.maxOtherShare());
    }
    if (line.repetitions() < 3) {
      return line.label() + " was repeated " + line.repetitions() + " times, not 3 or more";
    }
    return "";
  }

  /** Writes {@code <name>.json}, {@code .md} and {@code .svg} into the folder. */
  public void write(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name + ".json"), json());
    Files.writeString(folder.resolve(name + ".md"), MarkdownTable.of(this));
    Files.writeString(folder.resolve(name + ".svg"), Chart.of(this));
  }

  String json() throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("title", setting.title());
    root.put("command", setting.command());
    root.put("when", setting.when().toString());
    root.put("processor", setting.processor());
    root.put("cores", setting.cores());
    root.put("memoryMib", setting.memoryMib());
    root.put("jvm", setting.jvm());
    root.put("maxOtherShare", setting.maxOtherShare());
    root.put("isResult", isResult());
    doubts().forEach(root.putArray("doubts")::add);
    ArrayNode all = root.putArray("lines");
    for (Line line : lines) {
      ObjectNode node = all.addObject();
      node.put("label", line.label());
      node.put("repetitions", line.repetitions());
      node.put("otherShare", line.otherShare());
      if (line.failure() != null) {
        node.put("failure", line.failure());
      }
      ObjectNode figures = node.putObject("figures");
      line.figures().forEach((column, spread) -> add(figures.putObject(column), spread));
    }
    return JSON.writeValueAsString(root) + "\n";
  }

  private static void add(ObjectNode node, Spread spread) {
    node.put("median", spread.median());
    node.put("min", spread.min());
    node.put("max", spread.max());
    spread.values().forEach(node.putArray("values")::add);
  }
}

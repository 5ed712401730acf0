package io.tickstream.connect.stack.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickstream.connect.stack.deploy.ConnectorFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private final List<ConnectorFile> all =
      List.of(
          connector(
              "sink",
              "topics",
              "m.trades, m.bars",
              "topic.m.trades.ks.t.mapping",
              "a=b",
              "topic.m.bars.ks.b.mapping",
              "a=b"),
          connector(
              "quotes-sink", "topics.regex", "m\\.quo.*", "topic.m.quotes.ks.q.mapping", "a=b"),
          connector("replay", "provider", "replay", "topic", "m.bars"),
          connector("sim", "provider", "simulator", "topic", "m.trades"),
          connector("api", "provider", "stockdata", "topic", "m.quotes"));

  @Test
  void byDefaultNothingFromOutsideIsNeeded() {
    assertThat(names(Selection.byDefault(all))).containsExactly("sim", "replay", "sink");
  }

  @Test
  void aNamedSourceBringsItsSink() {
    assertThat(names(Selection.named(all, List.of("api")))).containsExactly("api", "quotes-sink");
  }

  @Test
  void onlyTablesOfTheChosenSourcesAreExpectedToFill() {
    assertThat(Selection.named(all, List.of("sim")).tables())
        .containsExactly(new TableName("ks", "t"));
    assertThat(Selection.byDefault(all).tables())
        .containsExactly(new TableName("ks", "t"), new TableName("ks", "b"));
  }

  @Test
  void aSinkAloneFillsAllItsTables() {
    assertThat(Selection.named(all, List.of("sink")).tables()).hasSize(2);
  }

  @Test
  void aTopicTemplateFitsTheTopicsMadeFromIt() {
    ConnectorFile source = connector("src", "topic", "m.${symbol}.raw");
    ConnectorFile sink =
        connector("snk", "topics", "m.AAPL.raw", "topic.m.AAPL.raw.ks.t.mapping", "a=b");
    Selection selection = Selection.named(List.of(source, sink), List.of("src"));
    assertThat(names(selection)).containsExactly("src", "snk");
    assertThat(selection.tables()).containsExactly(new TableName("ks", "t"));
  }

  @Test
  void aWholeScenarioFillsAllTables() {
    assertThat(Selection.all(all).tables()).hasSize(3);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Selection.named(all, List.of("simulator")))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--only names \"simulator\", which is not in the folder; there are: sink, quotes-sink, replay, sim, api");
  }

  private static List<String> names(Selection selection) {
    return selection.connectors().stream().map(ConnectorFile::name).toList();
  }

  private static ConnectorFile connector(String name, String... config) {
    Map<String, String> entries = new HashMap<>();
    for (int i = 0; i < config.length; i += 2) {
      entries.put(config[i], config[i + 1]);
    }
    return new ConnectorFile(name, Path.of(name + ".json"), entries);
  }
}

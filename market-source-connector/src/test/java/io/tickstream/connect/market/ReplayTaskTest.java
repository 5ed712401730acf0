package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTaskTest {

  private static final String BARS =
      """
      date,open,high,low,close,volume
      2015-02-17,127.489998,128.880005,126.919998,127.830002,63152400
      2015-02-18,127.629997,128.779999,127.449997,128.720001,44891700

      2015-02-19,128.479996,129.029999,128.330002,128.449997,37362400
      """;

  @TempDir Path folder;

  private Map<String, String> config(String dataset, String files, String... more) {
    Map<String, String> config = new HashMap<>();
    config.put("provider", "replay");
    config.put("dataset", dataset);
    config.put("topic", "replayed");
    config.put("replay.files", files);
    if (dataset.equals("bar")) {
      config.put("interval", "1d");
    }
    for (int i = 0; i < more.length; i += 2) {
      config.put(more[i], more[i + 1]);
    }
    return config;
  }

  private String file(String name, String content) throws Exception {
    Path path = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(path);
        Writer writer =
            new OutputStreamWriter(
                name.endsWith(".gz") ? new GZIPOutputStream(out) : out, StandardCharsets.UTF_8)) {
      writer.write(content);
    }
    return path.toString();
  }

  private static List<Object> values(List<SourceRecord> records, String field) {
    return records.stream().map(record -> ((Struct) record.value()).get(field)).toList();
  }

  @Test
  void everyLineIsABar() throws Exception {
    try (TaskRun run = TaskRun.start(config("bar", file("aapl.csv", BARS), "symbols", "AAPL"))) {
      List<SourceRecord> records = run.drain(1);

      assertThat(records).hasSize(3).extracting(SourceRecord::key).containsOnly("AAPL");
      Struct first = (Struct) records.get(0).value();
      assertThat(first.getFloat64("open")).isEqualTo(127.489998);
      assertThat(first.getFloat64("high")).isEqualTo(128.880005);
      assertThat(first.getFloat64("low")).isEqualTo(126.919998);
      assertThat(first.getFloat64("close")).isEqualTo(127.830002);
      assertThat(first.getFloat64("volume")).isEqualTo(63152400);
      assertThat(first.getString("interval")).isEqualTo("1d");
      assertThat(first.getBoolean("closed")).isTrue();
      assertThat(first.get("start_time"))
          .isEqualTo(Date.from(Instant.parse("2015-02-17T00:00:00Z")));
      assertThat(first.get("end_time")).isEqualTo(Date.from(Instant.parse("2015-02-18T00:00:00Z")));
      assertThat(records.get(0).timestamp())
          .isEqualTo(Instant.parse("2015-02-18T00:00:00Z").toEpochMilli());
    }
  }

  @Test
  void theShippedHistoryIsTwoYearsOfDays() throws Exception {
    String file = "../config/data/AAPL-daily-2015-2017.csv";
    try (TaskRun run = TaskRun.start(config("bar", file, "symbols", "AAPL"))) {
      List<SourceRecord> records = run.drain(1);
      assertThat(records).hasSize(506);
      assertThat(values(records, "start_time")).doesNotHaveDuplicates();
      assertThat(values(records, "close")).startsWith(127.830002).endsWith(135.350006);
    }
  }

  @Test
  void daysAreThoseOfTheZone() throws Exception {
    String file = file("dst.csv", "date,open,high,low,close,volume\n2026-03-08,1,1,1,1,1\n");
    try (TaskRun run =
        TaskRun.start(config("bar", file, "symbols", "A", "replay.zone", "America/New_York"))) {
      Struct bar = (Struct) run.drain(1).get(0).value();
      assertThat(bar.get("start_time")).isEqualTo(Date.from(Instant.parse("2026-03-08T05:00:00Z")));
      assertThat(bar.get("end_time")).isEqualTo(Date.from(Instant.parse("2026-03-09T04:00:00Z")));
    }
  }

  @Test
  void itGoesOnBehindTheLastAcknowledgedLine() throws Exception {
    String file = file("aapl.csv", BARS);
    FakeTaskContext context = new FakeTaskContext();
    List<SourceRecord> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      try (TaskRun run =
          TaskRun.start(
              config("bar", file, "symbols", "AAPL", "batch.max.records", "1"), context)) {
        List<SourceRecord> records = run.poll();
        assertThat(records).hasSize(1);
        context.acknowledge(records);
        all.addAll(records);
      }
    }
    assertThat(values(all, "close")).containsExactly(127.830002, 128.720001, 128.449997);
    try (TaskRun run = TaskRun.start(config("bar", file, "symbols", "AAPL"), context)) {
      assertThat(run.drain(1)).isEmpty();
    }
  }

  @Test
  void tradesComeFromJsonLinesInAnyUsualTimeFormat() throws Exception {
    String file =
        file(
            "trades.jsonl.gz",
            """
            {"symbol":"A","timestamp":1795035587,"price":"1.10","size":3,"side":"SELL","id":7}
            {"symbol":"A","timestamp":1795035588123,"price":1.20,"size":4,"conditions":"I;T"}
            {"symbol":"A","timestamp":"2026-11-18T21:59:49.5+01:00","price":1.3,"size":4}
            """);
    try (TaskRun run = TaskRun.start(config("trade", file, "value.price.type", "string"))) {
      List<SourceRecord> records = run.drain(1);

      assertThat(values(records, "price")).containsExactly("1.10", "1.20", "1.3");
      assertThat(values(records, "trade_id")).contains("7").doesNotHaveDuplicates();
      assertThat(values(records, "side")).containsExactly("sell", null, null);
      assertThat(values(records, "conditions")).containsExactly(null, List.of("I", "T"), null);
    }
  }

  @Test
  void severalFilesAreMergedByTime() throws Exception {
    file("a.csv", "symbol,time,price\nA,2026-01-01 10:00:00,1\nA,2026-01-01 10:00:02,3\n");
    file("b.csv", "symbol,time,price\nB,2026-01-01T10:00:01Z,2\nB,2026-01-01T10:00:02Z,4\n");
    try (TaskRun run = TaskRun.start(config("quote", folder + "/*.csv"))) {
      assertThat(values(run.drain(1), "price")).containsExactly(1.0, 2.0, 3.0, 4.0);
    }
  }

  @Test
  void tasksShareTheSymbolsOfOneFile() throws Exception {
    String file =
        file("q.csv", "symbol,time,price\nA,2026-01-01,1\nB,2026-01-01,2\nC,2026-01-01,3\n");
    List<Object> seen = new ArrayList<>();
    for (Map<String, String> task :
        TaskRun.taskConfigs(config("quote", file, "symbols", "A,B"), 2)) {
      try (TaskRun run = TaskRun.startTask(task, new FakeTaskContext())) {
        seen.addAll(values(run.drain(1), "price"));
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(1.0, 2.0);
  }

  @Test
  void columnsCanBeNamed() throws Exception {
    String file = file("odd.csv", "Sym;Stamp;Last Px;price\nA;2026-01-01;5;6\n");
    try (TaskRun run =
        TaskRun.start(
            config(
                "quote",
                file,
                "replay.separator",
                ";",
                "replay.columns",
                "symbol=Sym,event_time=Stamp,price=Last Px"))) {
      assertThat(values(run.drain(1), "price")).containsExactly(5.0);
    }
  }

  @Test
  void aLineThatIsNoEventStopsTheTaskByName() throws Exception {
    String file = file("bad.csv", BARS + "2015-02-20,x,1,1,1,1\n");
    try (TaskRun run = TaskRun.start(config("bar", file, "symbols", "A"))) {
      assertThat(run.take(3)).hasSize(3);
      assertThatThrownBy(run::poll)
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("bad.csv line 5 has no number as open")
          .hasMessageContaining("replay.bad.lines=skip");
    }
  }

  @Test
  void linesThatAreNoEventsCanBeSkipped() throws Exception {
    String file =
        file(
            "bad.csv",
            """
            date,open,high,low,close,volume
            soon,1,1,1,1,1
            2026-01-01,1,1,1,1,1,1
            2026-01-02,1,1,1,1
            2026-01-03,2,2,2,2,2
            """);
    try (TaskRun run =
        TaskRun.start(config("bar", file, "symbols", "A", "replay.bad.lines", "skip"))) {
      assertThat(values(run.drain(1), "open")).containsExactly(2.0);
    }
  }

  @Test
  void aMissingFileIsNamed() {
    try (TaskRun run = TaskRun.start(config("bar", "/nowhere/x.csv", "symbols", "A"))) {
      assertThatThrownBy(run::poll)
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("/nowhere/x.csv");
    }
  }

  @Test
  void timesCanBeMovedToNowAndStayMoved() throws Exception {
    String file = file("q.csv", "symbol,time,price\nA,2020-01-01,1\nA,2020-01-02,2\n");
    FakeTaskContext context = new FakeTaskContext();
    Map<String, String> config =
        config("quote", file, "replay.shift.to.now", "true", "batch.max.records", "1");
    long before = System.currentTimeMillis();
    SourceRecord first;
    try (TaskRun run = TaskRun.start(config, context)) {
      first = run.poll().get(0);
      context.acknowledge(List.of(first));
    }
    assertThat(first.timestamp()).isBetween(before, System.currentTimeMillis());
    try (TaskRun run = TaskRun.start(config, context)) {
      assertThat(run.poll().get(0).timestamp()).isEqualTo(first.timestamp() + 86_400_000L);
    }
  }

  @Test
  void speedIsAFactorOfRealTime() throws Exception {
    String file =
        file(
            "q.csv",
            "symbol,time,price\nA,2026-01-01T00:00:00Z,1\nA,2026-01-01T00:00:30Z,2\nA,2026-01-01T06:00:00Z,3\n");
    try (TaskRun run = TaskRun.start(config("quote", file, "replay.speed", "100"))) {
      long begun = System.nanoTime();
      assertThat(values(run.take(2), "price")).containsExactly(1.0, 2.0);
      assertThat(System.nanoTime() - begun).isBetween(250_000_000L, 10_000_000_000L);
      assertThat(run.poll()).isEmpty();
    }
  }
}

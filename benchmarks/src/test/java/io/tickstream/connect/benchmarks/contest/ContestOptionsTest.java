package io.tickstream.connect.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContestOptionsTest {

  @Test
  void everyOptionOfTheUsageIsAccepted() {
    ContestOptions.USAGE
        .lines()
        .map(line -> line.replaceAll("^--(\\S+)\\s.*", "$1"))
        .forEach(
            option ->
                assertThat(new ContestOptions(arguments(option)).settings().rows().columns())
                    .isEqualTo(4));
  }

  private static List<String> arguments(String option) {
    String value =
        switch (option) {
          case "converter" -> "json";
          case "key" -> "none";
          case "set" -> "linger.ms=2";
          default -> "4";
        };
    return List.of("exactly-once", "live-heap").contains(option)
        ? List.of("--" + option)
        : List.of("--" + option, value);
  }

  @Test
  void tasksPollsAndWorkersAreCombined() {
    assertThat(
            new ContestOptions(List.of("--tasks", "1,2", "--max-poll-records", "500,5000"))
                .variants())
        .containsExactly(
            new Variant(1, 500, 1),
            new Variant(1, 5000, 1),
            new Variant(2, 500, 1),
            new Variant(2, 5000, 1));
  }

  @Test
  void everyNumberOfRecordsHasLinesAndATopicOfItsOwn() {
    SinkContest contest =
        new SinkContest(new ContestOptions(List.of("--records", "1500000,10000000")), "command");

    List<Entry> entries = contest.entries(List.of(new Contestant.Driver("driver-32", 32, false)));

    assertThat(entries)
        .extracting(Entry::label)
        .containsExactly("driver-32, 1,500,000 records", "driver-32, 10M records");
    assertThat(entries)
        .extracting(entry -> entry.load().topic())
        .containsExactly("ticks-1500000", "ticks-10000000");
  }

  @Test
  void whereAllWriteAsManyRecordsNoLabelTellsHowMany() {
    assertThat(new ContestOptions(List.of("--records", "2000000")).settings().loads())
        .extracting(Load::label)
        .containsExactly("");
  }

  @Test
  void aSourceMakesOneNumberOfRecords() {
    ContestOptions options = new ContestOptions(List.of("--records", "1000,2000"));
    assertThatThrownBy(() -> new SourceContest(options, "command"))
        .hasMessage("--records is a list, allowed is one number here");
  }

  @Test
  void batchLimitsAndFurtherSettingsGoToOurConnector() {
    assertThat(
            new ContestOptions(
                    List.of("--batch-rows", "100", "--batch-bytes", "5000", "--set", "linger.ms=1"))
                .settings()
                .ourSettings())
        .containsEntry("maxNumberOfRecordsInBatch", "100")
        .containsEntry("maxBytesInBatch", "5000")
        .containsEntry("linger.ms", "1");
  }

  @Test
  void contestantsAreRefusedWhereNobodyContests() {
    ContestOptions options = new ContestOptions(List.of("--contestants", "tickstream"));
    assertThatThrownBy(() -> new LatencyContest(options, "command"))
        .hasMessage("--contestants is not for latency");
    assertThatThrownBy(() -> new TransformsContest(options, "command"))
        .hasMessage("--contestants is not for transforms");
  }

  @Test
  void whatABenchmarkDoesNotHeedIsRefused() {
    assertThatThrownBy(
            () -> new SourceContest(new ContestOptions(List.of("--batch-rows", "10")), "command"))
        .hasMessage("--batch-rows is not for source");
    assertThatThrownBy(
            () -> new SinkContest(new ContestOptions(List.of("--rates", "1000")), "command"))
        .hasMessage("--rates is not for sink");
    assertThatThrownBy(
            () -> new StartContest(new ContestOptions(List.of("--workers", "2")), "command"))
        .hasMessage("--workers is not for start");
  }

  @Test
  void oneVariantIsOne() {
    assertThat(new ContestOptions(List.of("--tasks", "2")).onlyVariant())
        .isEqualTo(new Variant(2, 500, 1));
    ContestOptions several = new ContestOptions(List.of("--tasks", "1,2"));
    assertThatThrownBy(() -> new LatencyContest(several, "command"))
        .hasMessage("--tasks is a list, allowed is one number here");
    assertThatThrownBy(() -> new StartContest(several, "command"))
        .hasMessage("--tasks is a list, allowed is one number here");
  }

  @Test
  void aSourceIsNotSaidToPoll() {
    assertThat(new Variant(1, 500, 1).ofSource().label()).isEqualTo("1 task");
    assertThat(new Variant(2, 500, 1).label()).isEqualTo("2 tasks, poll 500");
  }

  @Test
  void twoContestantsOfOneNameAreRefused(@TempDir Path folder) throws IOException {
    Path config = Files.writeString(folder.resolve("theirs.json"), "{}");
    ContestOptions options =
        new ContestOptions(
            List.of(
                "--contestants",
                "driver-32",
                "--contestant",
                "driver-32:" + folder + ":" + config));

    assertThatThrownBy(
            () ->
                new SinkContest(options, "command")
                    .contestants(
                        name -> new Contestant.Driver(name, 32, false), "", Contestant.Leaves.ROWS))
        .hasMessage("two contestants are called driver-32; give one another name");
  }

  @Test
  void aContestantThatIsNamedTwiceIsRefusedAtTheStart() {
    ContestOptions options =
        new ContestOptions(List.of("--contestants", "driver-single,driver-single"));

    assertThatThrownBy(() -> new StartContest(options, "command").run())
        .hasMessage("two contestants are called driver-single; give one another name");
  }

  @ParameterizedTest
  @CsvSource({"set, linger.ms=1", "batch-rows, 10", "batch-bytes, 1000"})
  void optionsOfOurConnectorAreRefusedWhereItDoesNotContest(String option, String value) {
    List<String> arguments = List.of("--contestants", "driver-32", "--" + option, value);

    assertThatThrownBy(() -> new SinkContest(new ContestOptions(arguments), "command").run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "--" + option + " is for tickstream, which does not contest: name it in --contestants");
  }

  @Test
  void aSettingWithoutItsValueIsRefused() {
    assertThatThrownBy(() -> new ContestOptions(List.of("--set", "linger.ms")).settings())
        .hasMessage("--set is linger.ms, allowed is key=value");
  }
}

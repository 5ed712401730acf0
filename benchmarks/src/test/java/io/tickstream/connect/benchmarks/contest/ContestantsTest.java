package io.tickstream.connect.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickstream.connect.benchmarks.contest.Contestant.Leaves;
import io.tickstream.connect.stack.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the names of built-in clients mean. */
class ContestantsTest {

  private final Contestants known = new Contestants(Map.of());

  @ParameterizedTest
  @CsvSource({
    "driver-single, 1, false",
    "driver-32, 32, false",
    "driver-32-prepared, 32, true",
    "driver-100-prepared, 100, true"
  })
  void aDriversNameTellsItsBatches(String name, int rows, boolean prepared) throws IOException {
    assertThat(known.sink(name)).isEqualTo(new Contestant.Driver(name, rows, prepared));
  }

  @Test
  void aGuestsFilesAreFoundFromTheProjectsFolderToo() throws IOException {
    Path root = Installation.find().root();

    assertThat(
            Contestants.guest(
                "rows-100:benchmarks/src:benchmarks/contestants/rows-100.json", Leaves.ROWS))
        .isEqualTo(
            new Contestant.Connector(
                "rows-100",
                List.of(root.resolve("benchmarks/src")),
                Contestants.config(root.resolve("benchmarks/contestants/rows-100.json")),
                Leaves.ROWS));
  }

  @Test
  void aGuestsFilesAreFoundFirstWhereTheBenchmarkWasCalled() throws IOException {
    // Tests run in the module's folder.
    Contestant.Connector guest =
        (Contestant.Connector)
            Contestants.guest("rows-100:src:contestants/rows-100.json", Leaves.ROWS);

    assertThat(guest.pluginFolders()).containsExactly(Path.of("src").toAbsolutePath());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "theirs:benchmarks/src",
        "theirs:nowhere:contestants/rows-100.json",
        "theirs:src:no"
      })
  void aGuestWithoutItsFilesIsRefused(String description) {
    assertThatThrownBy(() -> Contestants.guest(description, Leaves.ROWS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "--contestant is "
                + description
                + ", allowed is name:plugin-folder:config.json with folder and file that exist");
  }

  @Test
  void whoElseIsAskedForIsToldWhoThereIs() {
    assertThatThrownBy(() -> known.sink("driver-many"))
        .hasMessageContaining("driver-many")
        .hasMessageContaining("driver-<rows per batch>-prepared");
  }
}

package io.tickstream.connect.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void whoElseIsAskedForIsToldWhoThereIs() {
    assertThatThrownBy(() -> known.sink("driver-many"))
        .hasMessageContaining("driver-many")
        .hasMessageContaining("driver-<rows per batch>-prepared");
  }
}

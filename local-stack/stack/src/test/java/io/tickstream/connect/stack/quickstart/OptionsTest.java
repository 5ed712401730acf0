package io.tickstream.connect.stack.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  @Test
  void withoutArgumentsItRunsTheDefaultsUntilInterrupted() {
    Options options = parse();
    assertThat(options.runFor()).isNull();
    assertThat(options.only()).isEmpty();
    assertThat(options.keep()).isNull();
    assertThat(options.connectors()).isTrue();
    assertThat(options.autoPorts()).isFalse();
    assertThat(options.scenario()).isNull();
  }

  @Test
  void everyOptionIsTaken() {
    Options options =
        parse("--for", "2m", "--only", "a, b", "--keep", "d", "--ports", "auto", "--scenario", "s");
    assertThat(options.runFor()).isEqualTo(Duration.ofMinutes(2));
    assertThat(options.only()).containsExactly("a", "b");
    assertThat(options.keep()).isEqualTo(Path.of("d"));
    assertThat(options.autoPorts()).isTrue();
    assertThat(options.scenario()).isEqualTo("s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--for               | --for needs a duration such as 60s",
        "--for --only        | --for needs a duration such as 60s",
        "--for 60            | --for is \"60\"; allowed: a whole number with a unit, such as 45s, 10m or 2h",
        "--for 0s            | --for is \"0s\"; allowed: a whole number with a unit, such as 45s, 10m or 2h",
        "--ports 8083        | --ports is \"8083\"; allowed: default, auto",
        "--only a,,b         | --only is \"a,,b\"; allowed: names separated by commas",
        "--colour            | unknown option --colour",
        "--no-connectors --only a | --no-connectors goes neither with --only nor with --scenario"
      })
  void whatIsWrongIsSaidWithWhatIsAllowed(String arguments, String message) {
    assertThatThrownBy(() -> parse(arguments.split(" ")))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  private static Options parse(String... arguments) {
    return Options.parse(List.of(arguments));
  }
}

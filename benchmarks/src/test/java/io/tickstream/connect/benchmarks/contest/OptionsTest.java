package io.tickstream.connect.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static Options parse(String... arguments) {
    return new Options(
        List.of(arguments), Set.of("records", "tasks", "contestant", "limit"), Set.of("noisy"));
  }

  @Test
  void valuesFlagsAndRepeatedOptionsAreRead() {
    Options options =
        parse(
            "--records",
            "1000",
            "--tasks",
            "1,2",
            "--noisy",
            "--contestant",
            "a",
            "--contestant",
            "b");

    assertThat(options.number("records", 5, 1)).isEqualTo(1000);
    assertThat(options.numbers("tasks", "1", 1)).containsExactly(1, 2);
    assertThat(options.has("noisy")).isTrue();
    assertThat(options.all("contestant")).containsExactly("a", "b");
    assertThat(options.share("limit", 0.1)).isEqualTo(0.1);
  }

  @Test
  void anUnknownOptionIsNamedWithThoseThereAre() {
    assertThatThrownBy(() -> parse("--recrods", "5"))
        .hasMessageContaining("unknown option --recrods")
        .hasMessageContaining("--records");
  }

  @Test
  void aValueOutOfRangeIsNamedWithItsRange() {
    assertThatThrownBy(() -> parse("--records", "0").number("records", 5, 1))
        .hasMessage("--records is 0, allowed is a whole number from 1");
    assertThatThrownBy(() -> parse("--tasks", "1,3000000000").numbers("tasks", "1", 1))
        .hasMessage("--tasks is 3000000000, allowed is at most 2147483647");
    assertThatThrownBy(() -> parse("--limit", "7").share("limit", 0.1))
        .hasMessage("--limit is 7, allowed is 0 to 1");
  }

  @Test
  void aNumberThatIsListedTwiceIsRefused() {
    assertThatThrownBy(() -> parse("--tasks", "1,2,1").numbers("tasks", "1", 1))
        .hasMessage("--tasks has 1 twice");
  }

  @Test
  void anOptionWithoutItsValueIsRefused() {
    assertThatThrownBy(() -> parse("--records")).hasMessage("--records needs a value");
  }
}

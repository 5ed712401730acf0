package io.tickstream.connect.stack.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Screen screen =
      new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), 10);

  @Test
  void aBlockIsDrawnOverTheOneBefore() {
    screen.draw(List.of("one", "two"));
    bytes.reset();
    screen.draw(List.of("three"));
    assertThat(written()).isEqualTo("\u001b[2Athree\u001b[K\n\u001b[J");
  }

  @Test
  void aLineInBetweenIsNotDrawnOver() {
    screen.draw(List.of("one"));
    screen.line("stays");
    bytes.reset();
    screen.draw(List.of("two"));
    assertThat(written()).isEqualTo("two\u001b[K\n\u001b[J");
  }

  @Test
  void linesThatWouldWrapAreCut() {
    screen.draw(List.of("0123456789"));
    assertThat(written()).startsWith("012345678\u001b[K\n");
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

package io.tickstream.connect.stack.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TracesTest {
  private static final String TRACE =
      "a.B: outer\n\tat a.B.c(B.java:1)\n\tat a.B.d(B.java:2)\nCaused by: e.F: inner\n\tat e.F.g(F.java:3)\n\t... 2 more\n";

  @Test
  void reasonsAreTheTraceWithoutFrames() {
    assertThat(Traces.reasons(TRACE)).containsExactly("a.B: outer", "Caused by: e.F: inner");
  }

  @Test
  void theRootCauseIsTheLast() {
    assertThat(Traces.rootCause(TRACE)).isEqualTo("e.F: inner");
  }

  @Test
  void noTraceHasNoCause() {
    assertThat(Traces.rootCause("")).isEmpty();
  }
}

package io.tickstream.connect.stack.quickstart;

import java.io.PrintStream;
import java.util.List;

/**
 * The terminal, where a block of lines can be drawn over itself, or a file or pipe, where it
 * cannot. Not for several threads.
 */
final class Screen {
  private static final int NOT_A_TERMINAL = 0;
  private static final String UP = "\u001b[%dA";
  private static final String CLEAR_REST_OF_LINE = "\u001b[K";
  private static final String CLEAR_BELOW = "\u001b[J";

  private final PrintStream out;
  private final int width;
  private int drawn;

  /**
   * @param width of the terminal in columns; 0 if it is none
   */
  Screen(PrintStream out, int width) {
    this.out = out;
    this.width = width;
  }

  boolean isTerminal() {
    return width != NOT_A_TERMINAL;
  }

  /** A line that stays. */
  void line(String text) {
    out.println(text);
    drawn = 0;
  }

  void lines(List<String> texts) {
    texts.forEach(this::line);
  }

  /** On a terminal, replaces the block drawn last, unless other lines came in between. */
  void draw(List<String> block) {
    StringBuilder text = new StringBuilder();
    if (drawn > 0) {
      text.append(UP.formatted(drawn));
    }
    for (String line : block) {
      text.append(line, 0, Math.min(line.length(), width - 1))
          .append(CLEAR_REST_OF_LINE)
          .append('\n');
    }
    out.print(text.append(CLEAR_BELOW));
    out.flush();
    drawn = block.size();
  }
}

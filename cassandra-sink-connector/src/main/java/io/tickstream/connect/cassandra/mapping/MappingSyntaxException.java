package io.tickstream.connect.cassandra.mapping;

/**
 * A mapping, filter or path that cannot be read. The message shows it with a caret at the place.
 */
public final class MappingSyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int position;

  MappingSyntaxException(String problem, String text, int position) {
    super(problem + "\n" + excerpt(text, position));
    this.position = position;
  }

  /** Index into the text of the first character that is wrong. */
  public int position() {
    return position;
  }

  private static String excerpt(String text, int position) {
    int start = text.lastIndexOf('\n', position - 1) + 1;
    int end = text.indexOf('\n', position);
    String line = text.substring(start, end < 0 ? text.length() : end).replaceAll("\\s", " ");
    return line + "\n" + " ".repeat(position - start) + "^";
  }
}

package io.tickstream.connect.cassandra.mapping;

import io.tickstream.connect.cassandra.mapping.ColumnSource.Path;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Root;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 *
 *
 * <pre>
 * path := root ( '.' name | '.' "quoted name" | '[' index ']' )*
 * root := value | key | header | element
 * </pre>
 *
 * or all of it in double quotes, {@code "value.a field"}, where what follows the first dot is one
 * name.
 */
final class PathParser {

  private PathParser() {}

  /** The text is one path and nothing else. */
  static Path parse(String text) {
    Scanner in = new Scanner(text);
    in.skipBlanks();
    int start = in.position();
    String word = in.peek() == '"' ? null : in.word();
    Path path =
        in.peek() == '"' && word == null
            ? wholeQuoted(in)
            : from(in, word == null ? "" : word, start);
    in.skipBlanks();
    if (!in.atEnd()) {
      throw in.error("expected the end of the path, found " + in.found());
    }
    return path;
  }

  /** Behind the word at {@code start}. */
  static Path from(Scanner in, String word, int start) {
    Root root = root(word);
    if (root == null) {
      throw in.errorAt(
          start,
          "a path starts with value, key, header or element"
              + (word.isEmpty() ? "" : ", such as value." + word));
    }
    List<Step> steps = new ArrayList<>();
    while (true) {
      if (in.take('.')) {
        steps.add(new Step.Name(name(in)));
      } else if (in.take('[')) {
        steps.add(new Step.Index(index(in)));
        in.expect(']', "after the index");
      } else {
        return checked(in, start, root, steps);
      }
    }
  }

  /** As DataStax's sink takes names with blanks, dots or dashes. */
  static Path wholeQuoted(Scanner in) {
    int start = in.position();
    String text = in.quoted();
    int dot = text.indexOf('.');
    Root root = root(dot < 0 ? text : text.substring(0, dot));
    if (root == null || dot == text.length() - 1) {
      throw in.errorAt(
          start,
          "in quotes stands key, value, or a name behind key., value., header. or element.; "
              + "text takes single quotes");
    }
    return checked(
        in, start, root, dot < 0 ? List.of() : List.of(new Step.Name(text.substring(dot + 1))));
  }

  private static Path checked(Scanner in, int start, Root root, List<Step> steps) {
    if (root == Root.HEADER && !(!steps.isEmpty() && steps.get(0) instanceof Step.Name)) {
      throw in.errorAt(start, "header needs the name of one, such as header.trace_id");
    }
    return new Path(root, steps);
  }

  static @Nullable Root root(String word) {
    return switch (word) {
      case "value", "key", "header", "element" -> Root.valueOf(word.toUpperCase(Locale.ROOT));
      default -> null;
    };
  }

  private static String name(Scanner in) {
    String name = in.peek() == '"' ? in.quoted() : in.word();
    if (name == null || name.isEmpty()) {
      throw in.error("expected a field name after the dot, found " + in.found());
    }
    return name;
  }

  private static int index(Scanner in) {
    int start = in.position();
    String digits = in.word();
    if (digits == null || !digits.matches("\\d{1,9}")) {
      throw in.errorAt(start, "expected an array index, found " + in.found());
    }
    return Integer.parseInt(digits);
  }
}

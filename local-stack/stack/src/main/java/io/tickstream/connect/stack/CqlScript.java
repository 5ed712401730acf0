package io.tickstream.connect.stack;

import com.datastax.oss.driver.api.core.CqlSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files of CQL statements, each ended by a semicolon, with comments. */
public final class CqlScript {
  private CqlScript() {}

  /** Runs a file, or all {@code *.cql} files of a folder in the order of their names. */
  public static void run(CqlSession session, Path path) {
    for (Path file : files(path)) {
      try {
        statements(Files.readString(file)).forEach(session::execute);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The statements without comments and without their semicolons. */
  static List<String> statements(String script) {
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    int at = 0;
    while (at < script.length()) {
      int end = tokenEnd(script, at);
      if (script.charAt(at) == ';') {
        add(statements, statement);
      } else if (isComment(script, at)) {
        statement.append('\n');
      } else {
        statement.append(script, at, end);
      }
      at = end;
    }
    add(statements, statement);
    return statements;
  }

  private static boolean isComment(String script, int at) {
    return script.startsWith("--", at)
        || script.startsWith("//", at)
        || script.startsWith("/*", at);
  }

  /** Where the comment, quoted text or single character at this place ends. */
  private static int tokenEnd(String script, int at) {
    if (script.startsWith("/*", at)) {
      return after(script, "*/", at + 2);
    }
    if (isComment(script, at)) {
      return after(script, "\n", at);
    }
    if (script.startsWith("$$", at)) {
      return after(script, "$$", at + 2);
    }
    char first = script.charAt(at);
    // A doubled quote inside quoted text is simply two quoted texts side by side.
    return first == '\'' || first == '"' ? after(script, String.valueOf(first), at + 1) : at + 1;
  }

  private static int after(String script, String end, int from) {
    int found = script.indexOf(end, from);
    return found < 0 ? script.length() : found + end.length();
  }

  private static void add(List<String> statements, StringBuilder statement) {
    String text = statement.toString().strip();
    if (!text.isEmpty()) {
      statements.add(text);
    }
    statement.setLength(0);
  }

  private static List<Path> files(Path path) {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(".cql")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

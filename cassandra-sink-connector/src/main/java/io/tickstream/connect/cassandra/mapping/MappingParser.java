package io.tickstream.connect.cassandra.mapping;

import io.tickstream.connect.cassandra.mapping.ColumnSource.Literal;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Metadata;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Now;
import io.tickstream.connect.cassandra.mapping.ColumnSource.WithDefault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 *
 *
 * <pre>
 * mapping  := column '=' source [ '|' literal ] ( ',' ... )*
 * column   := name | "quoted name"
 * source   := path | function | literal
 * function := now() | topic() | partition() | offset() | timestamp()
 * literal  := 'text' | number | true | false
 * </pre>
 *
 * Paths are {@link PathParser}'s.
 */
final class MappingParser {
  private static final String FUNCTIONS = "now(), topic(), partition(), offset(), timestamp()";

  private final Scanner in;

  MappingParser(String text) {
    this.in = new Scanner(text);
  }

  Mapping parse() {
    List<MappedColumn> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    do {
      in.skipBlanks();
      int start = in.position();
      MappedColumn entry = entry();
      if (!seen.add(entry.column())) {
        throw in.errorAt(start, "column " + entry.column() + " is mapped twice");
      }
      columns.add(entry);
      in.skipBlanks();
    } while (in.take(','));
    if (!in.atEnd()) {
      throw in.error(
          "expected ',' or the end, found "
              + in.found()
              + "; names with other characters than letters, digits and _ need double quotes");
    }
    return new Mapping(columns);
  }

  private MappedColumn entry() {
    String column = column();
    in.skipBlanks();
    in.expect('=', "after column " + column);
    in.skipBlanks();
    ColumnSource source = source();
    in.skipBlanks();
    if (in.take('|')) {
      in.skipBlanks();
      source = new WithDefault(source, literal());
    }
    return new MappedColumn(column, source);
  }

  private String column() {
    int start = in.position();
    String name = in.peek() == '"' ? in.quoted() : in.word();
    if (name == null || name.isEmpty()) {
      throw in.errorAt(start, "expected a column, found " + in.found());
    }
    return name;
  }

  private ColumnSource source() {
    int start = in.position();
    char first = in.peek();
    if (first == '\'' || first == '-') {
      return literal();
    }
    if (first == '"') {
      return PathParser.wholeQuoted(in);
    }
    String word = in.word();
    if (word == null) {
      throw in.error(
          "expected value, key, header, element, a function or a literal, found " + in.found());
    }
    if (in.take('(')) {
      return function(word, start);
    }
    if (word.equals("true") || word.equals("false")) {
      return new Literal(Boolean.valueOf(word));
    }
    if (Character.isDigit(word.charAt(0))) {
      in.back(start);
      return literal();
    }
    return PathParser.from(in, word, start);
  }

  private ColumnSource function(String name, int start) {
    ColumnSource function =
        switch (name) {
          case "now" -> new Now();
          case "topic" -> Metadata.TOPIC;
          case "partition" -> Metadata.PARTITION;
          case "offset" -> Metadata.OFFSET;
          case "timestamp" -> Metadata.TIMESTAMP;
          default ->
              throw in.errorAt(start, "unknown function " + name + "(), allowed are " + FUNCTIONS);
        };
    in.skipBlanks();
    in.expect(')', "after " + name + "(, which takes no argument");
    return function;
  }

  private Literal literal() {
    char first = in.peek();
    if (first == '\'') {
      return new Literal(in.quoted());
    }
    if (first == '-' || Character.isDigit(first)) {
      return new Literal(in.number());
    }
    int start = in.position();
    String word = in.word();
    if (word != null && (word.equals("true") || word.equals("false"))) {
      return new Literal(Boolean.valueOf(word));
    }
    throw in.errorAt(start, "expected a literal: 'text', a number, true or false");
  }
}

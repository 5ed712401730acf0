package io.tickstream.connect.cassandra.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reference of the mapping language shows is what the parser does. */
class MappingDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "reference", "cassandra-mapping.md");

  @ParameterizedTest
  @MethodSource("mappings")
  void everyMappingIsRead(String mapping) {
    assertThatCode(() -> Mapping.parse(mapping)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("filters")
  void everyFilterIsRead(String filter) {
    assertThatCode(() -> RecordFilter.parse(filter)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("errors")
  void everyErrorIsShownAsItIs(String example) {
    int firstLine = example.indexOf('\n');
    assertThatThrownBy(() -> Mapping.parse(example.substring(0, firstLine)))
        .isInstanceOf(MappingSyntaxException.class)
        .hasMessage(example.substring(firstLine + 1));
  }

  @Test
  void theExamplesOfTheTableAreRead() throws IOException {
    List<String> examples =
        Pattern.compile("^\\|[^|]*\\| `(\\w+ = [^`]*)` \\|", Pattern.MULTILINE)
            .matcher(Files.readString(DOCUMENT))
            .results()
            .map(found -> found.group(1).replace("\\|", "|"))
            .toList();
    assertThat(examples).hasSize(8).allSatisfy(Mapping::parse);
  }

  static List<String> mappings() throws IOException {
    return blocks("mapping");
  }

  static List<String> filters() throws IOException {
    return blocks("filter");
  }

  static List<String> errors() throws IOException {
    return blocks("mapping-error");
  }

  private static List<String> blocks(String kind) throws IOException {
    return Pattern.compile("^```" + kind + "\n(.*?)\n```$", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(Files.readString(DOCUMENT))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}

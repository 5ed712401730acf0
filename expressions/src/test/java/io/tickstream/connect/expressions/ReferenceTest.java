package io.tickstream.connect.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the reference says is what the language does. */
class ReferenceTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "reference", "expressions.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("^\\| `(.+)` \\| (true|false|unknown) \\|$", Pattern.MULTILINE);

  @TestFactory
  Stream<DynamicTest> everyExampleAnswersAsWritten() throws IOException {
    Object record = record();
    return EXAMPLE
        .matcher(document())
        .results()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.group(1),
                    () ->
                        assertThat(
                                Expression.parse(example.group(1))
                                    .compile(Scope.fieldsOf(null))
                                    .test(record))
                            .isEqualTo(Truth.valueOf(example.group(2).toUpperCase(Locale.ROOT)))));
  }

  @Test
  void thereAreExamples() throws IOException {
    assertThat(EXAMPLE.matcher(document()).results().map(MatchResult::group))
        .hasSizeGreaterThan(20);
  }

  @Test
  void theErrorIsTheOneShown() {
    assertThatThrownBy(() -> Expression.parseRules("price > 0; e == 'trade'"))
        .satisfies(e -> assertThat(document()).contains("```\n" + e.getMessage() + "\n```"));
  }

  @Test
  void everyKindAndFunctionIsInTheGrammar() throws IOException {
    String document = document();
    for (Kind kind : Kind.values()) {
      assertThat(document).contains('"' + kind.toString() + '"');
    }
    for (Function function : Function.values()) {
      assertThat(document).contains('"' + function.toString() + '"').contains(function + "(x)");
    }
  }

  private static Object record() throws IOException {
    Matcher json = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(document());
    assertThat(json.find()).isTrue();
    try (JsonConverter converter = new JsonConverter()) {
      converter.configure(Map.of("schemas.enable", "false", "converter.type", "value"));
      byte[] bytes = json.group(1).getBytes(StandardCharsets.UTF_8);
      return converter.toConnectData("topic", bytes).value();
    }
  }

  private static String document() throws IOException {
    return Files.readString(DOCUMENT);
  }
}

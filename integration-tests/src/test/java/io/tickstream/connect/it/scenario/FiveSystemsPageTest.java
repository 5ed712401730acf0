package io.tickstream.connect.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/five-systems.md} to the tests that it names. */
class FiveSystemsPageTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINE = Pattern.compile("\\| `(\\w+)\\.(\\w+)` \\|$");

  @Test
  void everyLineNamesATestThatExists() throws IOException {
    Map<String, String> tests = tests();
    List<String> missing = new ArrayList<>();
    for (String line : lines()) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.find()
          || !tests.getOrDefault(matcher.group(1), "").contains("void " + matcher.group(2) + "(")) {
        missing.add(line);
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void everyScenarioHasItsTableAndItsPage() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/five-systems.md"));
    try (Stream<Path> scenarios = Files.list(DeployedScenario.ALL)) {
      assertThat(scenarios.toList())
          .hasSize(5)
          .allSatisfy(
              folder -> {
                assertThat(page).contains("(`" + folder.getFileName() + "`)");
                assertThat(folder.resolve("README.md"))
                    .content()
                    .contains("./quickstart --scenario " + folder.getFileName())
                    .contains("SCENARIO=" + folder.getFileName());
              });
    }
  }

  /** The lines of the tables, without their heads. */
  private static List<String> lines() throws IOException {
    List<String> lines =
        Files.readAllLines(ROOT.resolve("docs/five-systems.md")).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| |"))
            .toList();
    assertThat(lines).isNotEmpty();
    return lines;
  }

  /** The text of each test class of the project, by name. */
  private static Map<String, String> tests() throws IOException {
    Map<String, String> tests = new TreeMap<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.map(each -> each.resolve("src/test/java")).toList()) {
        if (Files.isDirectory(module)) {
          try (Stream<Path> files = Files.walk(module)) {
            files
                .filter(file -> file.toString().endsWith(".java"))
                .forEach(file -> tests.put(name(file), text(file)));
          }
        }
      }
    }
    return tests;
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

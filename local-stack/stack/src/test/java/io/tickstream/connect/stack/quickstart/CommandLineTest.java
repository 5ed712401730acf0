package io.tickstream.connect.stack.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickstream.connect.stack.Installation;
import io.tickstream.connect.stack.deploy.DeploymentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A wrong command line is refused before anything is built, by the script in the words of the
 * program behind it.
 */
class CommandLineTest {
  private static final String HELP =
      "local-stack/stack/src/main/resources/io/tickstream/connect/stack/quickstart/help.txt";

  /** A checkout in which nothing is built, and a Maven that leaves a trace. */
  @TempDir Path checkout;

  @BeforeEach
  void checkOut() throws IOException {
    Path project = Installation.find().root();
    for (String file : List.of("quickstart", HELP)) {
      Path copy = checkout.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(project.resolve(file), copy);
    }
    for (String name : List.of("trades", "quotes")) {
      connector("config/connectors/" + name + ".json", "{\"key\": \"${env:NO_SUCH_KEY}\"}");
    }
    connector(
        "config/scenarios/named/connectors/posted.json", "{\"name\": \"other\", \"config\": {}}");
    connector("config/scenarios/one/connectors/sink.json", "{}");
    Files.createDirectories(checkout.resolve("config/scenarios/two"));
    maven("exit 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--colour",
        "trades",
        "--for",
        "--for --ports auto",
        "--for abc",
        "--for 60",
        "--for 0s",
        "--for 1m30s",
        "--ports",
        "--ports 8083",
        "--only",
        "--only a,,b",
        "--only trades,",
        "--only nonesuch",
        "--only trades,nonesuch",
        "--no-connectors --only trades",
        "--scenario one --no-connectors",
        "--scenario",
        "--scenario three",
        "--scenario two",
        "--scenario ..",
        "--scenario ../connectors",
        "--scenario one --only trades",
        "--keep",
        "--keep quickstart",
      })
  void whatIsWrongIsSaidBeforeABuild(String arguments) throws Exception {
    List<String> args =
        Arrays.stream(arguments.split(" "))
            .map(each -> each.equals("quickstart") ? checkout.resolve(each).toString() : each)
            .toList();
    Process process = quickstart(args);
    assertThat(errors(process)).isEqualTo(messageOfTheProgram(args) + "; see ./quickstart --help");
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(built()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--for 45s --ports auto",
        "--for 10m --ports default --keep data",
        "--only trades,quotes",
        "--scenario named --only other",
        "--scenario one --only sink",
        "--no-connectors",
      })
  void whatIsRightIsBuilt(String arguments) throws Exception {
    Process process = quickstart(List.of(arguments.split(" ")));
    assertThat(errors(process)).contains("the build failed");
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(built()).exists();
  }

  @Test
  void helpNeedsNoBuild() throws Exception {
    Process process = quickstart(List.of("--for", "1m", "--help"));
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output).isEqualTo(Files.readString(checkout.resolve(HELP)));
    assertThat(process.waitFor()).isZero();
    assertThat(built()).doesNotExist();
  }

  @Test
  void whatIsBuiltIsBuiltAgainOnlyAfterAChange() throws Exception {
    maven(
        """
        cd '%s'
        mkdir -p dist/target/plugins
        for module in kafka cassandra stack; do
          mkdir -p local-stack/$module/target
          printf '%%s:%%s' "$PWD/quickstart" "$PWD/bin/mvn" > local-stack/$module/target/classpath
        done"""
            .formatted(checkout));
    assertThat(quickstart(List.of()).waitFor()).isEqualTo(1);
    Files.delete(built());

    assertThat(quickstart(List.of()).waitFor()).isEqualTo(1);
    assertThat(built()).doesNotExist();

    Files.writeString(checkout.resolve(HELP), "changed", StandardOpenOption.APPEND);
    assertThat(quickstart(List.of()).waitFor()).isEqualTo(1);
    assertThat(built()).exists();
    Files.delete(built());

    Files.delete(checkout.resolve("local-stack/stack/target/classpath"));
    assertThat(quickstart(List.of()).waitFor()).isEqualTo(1);
    assertThat(built()).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "TERM"})
  void aBuildEndsWithTheScriptThatStartedIt(String signal) throws Exception {
    maven("exec sleep 120");
    Process process = quickstart(List.of("--ports", "auto"));
    Awaitility.await().until(() -> Files.exists(built()) && !Files.readString(built()).isEmpty());
    ProcessHandle build =
        ProcessHandle.of(Long.parseLong(Files.readString(built()).strip())).orElseThrow();
    String pid = Long.toString(process.pid());
    assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor()).isZero();
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !build.isAlive());
    assertThat(process.waitFor()).isNotZero();
  }

  @Test
  void anEnvironmentVariableThatIsMissingIsNamedBeforeTheStart() {
    Plan plan = plan(List.of("--only", "trades"));
    assertThatThrownBy(() -> plan.requireEnvironment(Set.of("ANOTHER")))
        .isInstanceOf(DeploymentException.class)
        .hasMessage("trades needs the environment variable NO_SUCH_KEY");
    plan.requireEnvironment(Set.of("NO_SUCH_KEY"));
  }

  private String messageOfTheProgram(List<String> args) {
    try {
      plan(args);
    } catch (UsageException e) {
      return String.valueOf(e.getMessage());
    }
    throw new AssertionError("the program takes " + args);
  }

  private Plan plan(List<String> args) {
    return Plan.of(Options.parse(args), Installation.at(checkout));
  }

  private Process quickstart(List<String> args) throws IOException {
    List<String> command = new ArrayList<>(List.of(checkout.resolve("quickstart").toString()));
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().merge("PATH", built().getParent() + ":", (path, bin) -> bin + path);
    return builder.start();
  }

  /** A Maven that writes its process id down, and then does what it is told. */
  private void maven(String then) throws IOException {
    Path maven = built().resolveSibling("mvn");
    Files.createDirectories(maven.getParent());
    Files.writeString(maven, "#!/bin/sh\necho $$ > '%s'\n%s\n".formatted(built(), then));
    assertThat(maven.toFile().setExecutable(true)).isTrue();
  }

  private static String errors(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private Path built() {
    return checkout.resolve("bin/built");
  }

  private void connector(String file, String json) throws IOException {
    Path path = checkout.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, json);
  }
}

package io.tickstream.connect.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.SharedStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployScriptIT {

  private static final Map<String, String> SIMULATOR =
      Map.of(
          "connector.class", "io.tickstream.connect.market.MarketSourceConnector",
          "tasks.max", "1",
          "provider", "simulator",
          "dataset", "trade",
          "symbols", "AAPL",
          "topic", "deploy-script-it",
          "value.converter", "org.apache.kafka.connect.json.JsonConverter",
          "topic.creation.default.partitions", "1",
          "topic.creation.default.replication.factor", "1");

  private final LocalStack stack = SharedStack.get();

  @TempDir private Path folder;

  private record Run(int code, String output) {}

  @AfterEach
  void deleteEverything() {
    stack.connect().connectors().stream()
        .filter(name -> name.startsWith("deploy-script"))
        .forEach(stack.connect()::delete);
  }

  @Test
  void aFolderIsPutAndReportedRunning() throws Exception {
    write("deploy-script-a", SIMULATOR);
    write("deploy-script-b", SIMULATOR);

    Run run = deploy(folder.toString());

    assertThat(run.output()).contains("deploy-script-a: RUNNING", "deploy-script-b: RUNNING");
    assertThat(run.code()).isZero();
    assertThat(stack.connect().status("deploy-script-a").isRunning()).isTrue();
  }

  @Test
  void aRefusedConfigurationIsShownWithItsOption() throws Exception {
    write("deploy-script-wrong", with("provider", "telepathy"));

    Run run = deploy(folder.toString());

    assertThat(run.output()).contains("deploy-script-wrong: refused", "provider", "telepathy");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void aFailedTaskIsShownWithItsTrace() throws Exception {
    write("deploy-script-failing", replayOf("date,open,high,low,close,volume\nnonsense\n"));

    Run run = deploy(folder.toString());

    assertThat(run.output()).contains("deploy-script-failing: FAILED", "\tat ");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void statusTellsWhatRunsAndWhatIsNotThere() throws Exception {
    write("deploy-script-there", SIMULATOR);
    deploy(folder.toString());
    write("deploy-script-absent", SIMULATOR);

    Run run = deploy("--status", folder.toString());

    assertThat(run.output())
        .contains("deploy-script-there: RUNNING", "deploy-script-absent: ABSENT");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void validateTellsWithoutChangingAnything() throws Exception {
    write("deploy-script-fine", SIMULATOR);
    Run fine = deploy("--validate", folder.toString());
    write("deploy-script-wrong", with("sim.rate", "fast"));
    Run wrong = deploy("--validate", folder.toString());

    assertThat(fine.output()).contains("deploy-script-fine: valid");
    assertThat(fine.code()).isZero();
    assertThat(wrong.output())
        .contains("deploy-script-wrong: not valid", "sim.rate")
        .as("one error on a line")
        .doesNotContain("\",\"");
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(stack.connect().connectors()).noneMatch(name -> name.startsWith("deploy-script"));
  }

  @Test
  void deleteDeletesAndMayBeRepeated() throws Exception {
    Path file = write("deploy-script-short", SIMULATOR);
    deploy(file.toString());

    Run first = deploy("--delete", file.toString());
    Run second = deploy("--delete", file.toString());

    assertThat(first.output()).contains("deploy-script-short: deleted");
    assertThat(second.output()).contains("deploy-script-short: not there");
    assertThat(List.of(first.code(), second.code())).containsOnly(0);
    assertThat(stack.connect().connectors()).doesNotContain("deploy-script-short");
  }

  @Test
  void aWorkerThatIsNotThereIsNamed() throws Exception {
    Path file = write("deploy-script-nowhere", SIMULATOR);

    Run run = run(List.of("--connect", "http://127.0.0.1:1", file.toString()));

    assertThat(run.output()).contains("no answer from http://127.0.0.1:1");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void aWrongCommandLineIsNoSilentSuccess() throws Exception {
    assertThat(run(List.of("--nonsense")).code()).isEqualTo(2);
    assertThat(run(List.of("--connect", "--status")).output()).contains("--connect needs a URL");
    assertThat(run(List.of("--connect", "--status")).code()).isEqualTo(2);
    assertThat(run(List.of("--timeout", "soon")).code()).isEqualTo(2);
    assertThat(run(List.of(folder.resolve("missing").toString())).code()).isEqualTo(2);
    assertThat(run(List.of(folder.toString())).output()).contains("no *.json");
  }

  private Map<String, String> replayOf(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("bars.csv"), text);
    Map<String, String> config = with("provider", "replay");
    config.putAll(Map.of("dataset", "bar", "interval", "1d", "replay.files", file.toString()));
    return config;
  }

  private static Map<String, String> with(String key, String value) {
    Map<String, String> config = new TreeMap<>(SIMULATOR);
    config.put(key, value);
    return config;
  }

  private Path write(String name, Map<String, String> config) throws IOException {
    Path file = folder.resolve(name + ".json");
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), config);
    return file;
  }

  private Run deploy(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("--connect", stack.connect().base().toString()));
    all.addAll(List.of(arguments));
    return run(all);
  }

  private static Run run(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("../config/deploy"));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }
}

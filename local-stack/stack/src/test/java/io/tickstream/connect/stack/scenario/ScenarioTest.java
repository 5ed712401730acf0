package io.tickstream.connect.stack.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickstream.connect.stack.deploy.DeploymentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioTest {
  @TempDir Path scenarios;

  @Test
  void whatIsNotThereIsLeftOut() throws IOException {
    Files.createDirectories(scenarios.resolve("a/connectors"));
    Files.createDirectories(scenarios.resolve("a/records"));
    Scenario scenario = Scenario.named(scenarios, "a");
    assertThat(scenario.connectors()).isEmpty();
    assertThat(scenario.records()).contains(scenarios.resolve("a/records"));
    assertThat(scenario.tables()).isEmpty();
    assertThat(scenario.answers()).isEmpty();
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() throws IOException {
    Files.createDirectories(scenarios.resolve("b"));
    Files.createDirectories(scenarios.resolve("a"));
    assertThatThrownBy(() -> Scenario.named(scenarios, "c"))
        .isInstanceOf(DeploymentException.class)
        .hasMessage("there is no scenario \"c\"; there are: a, b");
  }

  @Test
  void aNameDoesNotLeadOutOfTheFolder() throws IOException {
    Files.createDirectories(scenarios.resolve("../connectors"));
    assertThatThrownBy(() -> Scenario.named(scenarios, ".."))
        .isInstanceOf(DeploymentException.class);
  }
}

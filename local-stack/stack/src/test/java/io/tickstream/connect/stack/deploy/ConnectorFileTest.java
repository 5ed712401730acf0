package io.tickstream.connect.stack.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorFileTest {
  @TempDir Path folder;

  @Test
  void theFilesNameIsTheConnectors() throws IOException {
    ConnectorFile connector =
        ConnectorFile.read(file("trades.json", "{\"topic\": \"t\", \"tasks.max\": 2}"));
    assertThat(connector.name()).isEqualTo("trades");
    assertThat(connector.config()).containsEntry("topic", "t").containsEntry("tasks.max", "2");
  }

  @Test
  void aBodyOfPostBringsItsOwnName() throws IOException {
    ConnectorFile connector =
        ConnectorFile.read(file("x.json", "{\"name\": \"bars\", \"config\": {\"topics\": \"t\"}}"));
    assertThat(connector.name()).isEqualTo("bars");
    assertThat(connector.isSink()).isTrue();
  }

  @Test
  void aFolderIsReadInTheOrderOfNames() throws IOException {
    file("b.json", "{}");
    file("a.json", "{}");
    file("README.md", "no connector");
    assertThat(ConnectorFile.readAll(folder))
        .extracting(ConnectorFile::name)
        .containsExactly("a", "b");
  }

  @Test
  void environmentVariablesAreFound() throws IOException {
    ConnectorFile connector =
        ConnectorFile.read(file("a.json", "{\"x\": \"${env:B}/${env:A}\", \"y\": \"${env:B}\"}"));
    assertThat(connector.environmentVariables()).containsExactly("A", "B");
  }

  @Test
  void anErrorNamesFileAndLine() throws IOException {
    Path file = file("a.json", "{\"x\": \"y\",\n \"z\" }");
    assertThatThrownBy(() -> ConnectorFile.read(file))
        .isInstanceOf(DeploymentException.class)
        .hasMessageContainingAll(file.toString(), "line 2");
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThatThrownBy(() -> ConnectorFile.readAll(folder.resolve("none")))
        .isInstanceOf(DeploymentException.class)
        .hasMessageContaining(folder.resolve("none").toString());
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}

package io.tickstream.connect.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  // Above what any system gives to a process.
  private static final long NO_PROCESS = 1L << 40;

  @TempDir Path runs;

  @Test
  void dataGoesAndLogsStay() throws IOException {
    RunFolder folder = RunFolder.open(null, runs);
    Path server = Files.createDirectories(folder.path().resolve("broker-1"));
    Files.createDirectories(server.resolve("data"));
    Files.writeString(server.resolve("data/segment"), "records");
    Files.writeString(server.resolve("server.log"), "log");
    folder.close();
    assertThat(server).isDirectoryNotContaining(path -> path.endsWith("data"));
    assertThat(server.resolve("server.log")).hasContent("log");
  }

  @Test
  void aFolderThatTheUserNamedIsKeptWhole() throws IOException {
    Path wanted = runs.resolve("mine");
    RunFolder folder = RunFolder.open(wanted, runs);
    Files.writeString(wanted.resolve("data"), "records");
    folder.close();
    assertThat(wanted.resolve("data")).hasContent("records");
  }

  @Test
  void dataOfAKilledRunIsClearedByTheNextOne() throws IOException {
    Path left = Files.createDirectories(runs.resolve("run-" + NO_PROCESS + "-1/cassandra/data"));
    Files.writeString(left.resolve("rows"), "rows");
    RunFolder.open(null, runs);
    assertThat(left).doesNotExist();
  }

  @Test
  void dataOfALivingRunIsLeftAlone() throws IOException {
    Path other =
        Files.createDirectories(runs.resolve("run-" + ProcessHandle.current().pid() + "-99"));
    Files.writeString(other.resolve("rows"), "rows");
    RunFolder.open(null, runs);
    assertThat(other.resolve("rows")).exists();
  }
}

package io.tickstream.connect.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickstream.connect.benchmarks.measure.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records this very JVM. */
class RecordingTest {

  private static final long PID = ProcessHandle.current().pid();

  @TempDir Path folder;

  private static ContestSettings settings(Path recordings) {
    return new ContestOptions(List.of("--record", recordings.toString())).settings();
  }

  @Test
  void aRecordingIsInItsFolderOnceItHasEnded() {
    Path made = folder.resolve("a/b");
    Recording.prepare(settings(made));

    Recording.start(settings(made), List.of(PID), "kept").close();

    assertThat(made.resolve("kept-" + PID + ".jfr")).isNotEmptyFile();
  }

  @Test
  void aRecordingThatIsNotWrittenIsTold() {
    Recording recording = Recording.start(settings(folder), List.of(PID), "lost");
    Jvm.command(PID, "JFR.stop", "name=lost", "filename=" + folder.resolve("elsewhere.jfr"));

    assertThatThrownBy(recording::close)
        .hasMessageStartingWith(
            "no flight recording was written to " + folder.resolve("lost-" + PID + ".jfr"));
  }

  @Test
  void aFolderThatCannotBeMadeIsRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> Recording.prepare(settings(file)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("--record is " + file + ", allowed is a folder that can be made");
  }

  @Test
  void aRelativeFolderIsWhereTheBenchmarkWasStarted() {
    assertThat(settings(Path.of("profiles")).recordings())
        .hasValue(Path.of("profiles").toAbsolutePath());
  }
}

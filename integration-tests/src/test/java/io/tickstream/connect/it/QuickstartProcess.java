package io.tickstream.connect.it;

import io.tickstream.connect.stack.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The program that {@code ./quickstart} hands over to once everything is built. */
final class QuickstartProcess implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

  private final Process process;
  private final Path output;

  private QuickstartProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static QuickstartProcess start(Path folder, String... options) throws IOException {
    Path root = Installation.find().root();
    Path module = root.resolve("local-stack/stack/target");
    // A build in the background of a script ignores SIGINT, and so would all that it starts.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dtickstream.home=" + root);
    command.add("-cp");
    command.add(
        module.resolve("classes") + ":" + Files.readString(module.resolve("classpath")).strip());
    command.add("io.tickstream.connect.stack.quickstart.Quickstart");
    command.addAll(List.of(options));
    Path output = Files.createTempFile(folder, "quickstart", ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new QuickstartProcess(process, output);
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  void awaitOutput(String text) {
    Awaitility.await("\"" + text + "\" in " + output)
        .atMost(Duration.ofMinutes(3))
        .until(() -> output().contains(text) || !process.isAlive());
  }

  int awaitExit() throws InterruptedException {
    return process.waitFor();
  }

  Process process() {
    return process;
  }

  List<ProcessHandle> servers() {
    return process.descendants().toList();
  }

  /** The ports in the addresses that it shows. */
  List<Integer> ports() throws IOException {
    List<Integer> ports = new ArrayList<>();
    Matcher matcher = PORT.matcher(output());
    while (matcher.find()) {
      ports.add(Integer.valueOf(matcher.group(1)));
    }
    return ports;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

package io.tickstream.connect.benchmarks.raw;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The benchmark's side of a {@link RawDriver} or {@link RawProducer} process. Not thread-safe. */
public final class RawClient implements AutoCloseable {

  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;
  private boolean running;

  private RawClient(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Starts the program on this JVM's class path, with the JVM's default compiler and G1. */
  public static RawClient start(Class<?> program, String heap, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseG1GC"));
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    return new RawClient(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The process. */
  public long pid() {
    return process.pid();
  }

  /** Starts one run of so many records and returns as soon as it has begun. */
  public void begin(long records) throws IOException {
    in.write(Long.toString(records));
    in.newLine();
    in.flush();
    expect(Baton.STARTED);
    running = true;
  }

  /** Waits for the end of the run, if one is under way. */
  public void awaitEnd() throws IOException {
    if (running) {
      running = false;
      expect(Baton.DONE);
    }
  }

  private void expect(String line) throws IOException {
    String read = out.readLine();
    if (!line.equals(read)) {
      throw new IllegalStateException("expected " + line + " from the client, got " + read);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
    process.destroy();
  }
}

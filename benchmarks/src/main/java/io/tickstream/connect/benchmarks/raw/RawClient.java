package io.tickstream.connect.benchmarks.raw;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The benchmark's side of a {@link RawDriver} or {@link RawProducer} process. Not thread-safe. */
public final class RawClient implements AutoCloseable {

  private final Process process;
  private final Duration limit;
  private final BufferedReader out;
  private final BufferedWriter in;
  private boolean running;
  private long deadline;

  private RawClient(Process process, Duration limit) {
    this.process = process;
    this.limit = limit;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * Starts the program on this JVM's class path, with the JVM's default compiler and G1.
   *
   * @param limit of one run; a client that takes longer is ended
   */
  public static RawClient start(
      Class<?> program, String heap, Duration limit, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseG1GC"));
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    return new RawClient(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start(), limit);
  }

  /** The process. */
  public long pid() {
    return process.pid();
  }

  /** Whether it can run again. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Starts one run of so many records and returns as soon as it has begun. */
  public void begin(long records) throws IOException {
    deadline = System.nanoTime() + limit.toNanos();
    in.write(Long.toString(records));
    in.newLine();
    in.flush();
    expect(Baton.STARTED);
    running = true;
  }

  /**
   * Waits for the end of the run, if one is under way.
   *
   * @throws IllegalStateException when it has failed or taken longer than the limit; the process
   *     has ended then
   */
  public void awaitEnd() throws IOException {
    if (running) {
      running = false;
      expect(Baton.DONE);
    }
  }

  private void expect(String line) throws IOException {
    // Only the end of the process ends the wait for its next line.
    CompletableFuture<Boolean> late =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    var unused = late.thenAccept(isLate -> process.toHandle().destroyForcibly());
    String read = out.readLine();
    boolean inTime = late.cancel(false);
    if (line.equals(read)) {
      return;
    }
    end();
    throw new IllegalStateException(
        inTime
            ? "expected %s from the client, got %s".formatted(line, read)
            : "the client was not done in " + limit);
  }

  /** Until it is gone: no one else is to count or to use it. */
  private void end() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() throws IOException {
    in.close();
    process.destroy();
  }
}

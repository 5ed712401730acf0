package io.tickstream.connect.stack;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.jspecify.annotations.Nullable;

/**
 * One server of a {@link LocalStack}, running or not. It keeps its address, folder and log over
 * restarts. Any thread may call it, one at a time.
 */
public final class ServerProcess {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final Duration JMX_LIMIT = Duration.ofSeconds(10);

  private final ServerDefinition definition;
  private volatile @Nullable Process process;
  private volatile long logStart;

  ServerProcess(ServerDefinition definition) {
    this.definition = definition;
  }

  /**
   * The name, unique in the stack: {@code broker-1}, {@code worker-2}, {@code registry}, {@code
   * cassandra}.
   */
  public String name() {
    return definition.name();
  }

  public ServerKind kind() {
    return definition.kind();
  }

  /** Where clients reach it. */
  public InetSocketAddress address() {
    return definition.address();
  }

  /** The folder with its configuration, data and log. */
  public Path folder() {
    return definition.folder();
  }

  public boolean isRunning() {
    Process current = process;
    return current != null && current.isAlive();
  }

  /** The process id; throws if it was never started. */
  public long pid() {
    return started().pid();
  }

  /** The process, for its CPU time and children; throws if it was never started. */
  public ProcessHandle handle() {
    return started().toHandle();
  }

  /** The exit code, if it was started and has ended. */
  public Optional<Integer> exitCode() {
    Process current = process;
    return current == null || current.isAlive()
        ? Optional.empty()
        : Optional.of(current.exitValue());
  }

  /** The log file, which all starts append to. */
  public Path logFile() {
    return definition.log();
  }

  /** The whole log of all starts so far. */
  public String log() {
    return read(0);
  }

  /** The log of the last start. */
  public String logSinceStart() {
    return read(logStart);
  }

  /** Starts it and waits until it is ready. */
  public void start(Duration limit) {
    spawn();
    StartWatch.awaitAll(List.of(this), limit, StackListener.SILENT);
  }

  /** Kills it with SIGKILL, as {@code kill -9} does, and waits until it is gone. */
  public void kill() {
    Process current = process;
    if (current != null) {
      current.destroyForcibly();
      await(current, STOP_LIMIT);
    }
  }

  /** Asks it to stop (SIGTERM), waits until it is gone, and kills it after 20 s. */
  public void stop() {
    terminate();
    Process current = process;
    if (current != null && !await(current, STOP_LIMIT)) {
      kill();
    }
  }

  /** Stops it in an orderly way, starts it and waits until it is ready. */
  public void restart(Duration limit) {
    stop();
    start(limit);
  }

  /** Freezes it (SIGSTOP): its connections stay open and nothing answers. */
  public void pause() {
    signal("STOP");
  }

  /** Lets a frozen one go on (SIGCONT). */
  public void resume() {
    signal("CONT");
  }

  /** Connects to its MBeans; the caller closes the connection. */
  // The address is that of our own child, from a file that it wrote.
  @SuppressWarnings("BanJNDI")
  public JMXConnector connectToBeans() {
    Path file = folder().resolve(ServerDefinition.JMX_FILE);
    try {
      if (!Files.exists(file)) {
        BufferedWriter requests = started().outputWriter(StandardCharsets.US_ASCII);
        requests.write("jmx\n");
        requests.flush();
        awaitFile(file);
      }
      return JMXConnectorFactory.connect(new JMXServiceURL(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("no connection to the MBeans of " + name(), e);
    }
  }

  /** Starts it and returns at once. */
  void spawn() {
    if (isRunning()) {
      throw new IllegalStateException(name() + " is running already");
    }
    try {
      Files.deleteIfExists(folder().resolve(ServerDefinition.JMX_FILE));
      logStart = Files.exists(logFile()) ? Files.size(logFile()) : 0;
      ProcessBuilder builder = new ProcessBuilder(definition.command());
      builder.directory(folder().toFile());
      builder.environment().putAll(definition.environment());
      builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(logFile().toFile()));
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name(), e);
    }
  }

  boolean isReady() throws IOException, InterruptedException {
    return definition.ready().isReady(this);
  }

  void terminate() {
    Process current = process;
    if (current != null) {
      current.destroy();
    }
  }

  /** Waits for the end; false when the limit has passed. */
  boolean awaitEnd(Duration limit) {
    Process current = process;
    return current == null || await(current, limit);
  }

  private Process started() {
    Process current = process;
    if (current == null) {
      throw new IllegalStateException(name() + " was never started");
    }
    return current;
  }

  private void signal(String signal) {
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + signal, Long.toString(pid())).inheritIO().start();
      if (!await(kill, STOP_LIMIT) || kill.exitValue() != 0) {
        throw new IllegalStateException("SIG%s could not be sent to %s".formatted(signal, name()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitFile(Path file) throws IOException {
    long deadline = System.nanoTime() + JMX_LIMIT.toNanos();
    while (!Files.exists(file)) {
      if (!isRunning() || System.nanoTime() > deadline) {
        throw new IOException(name() + " did not open its MBeans");
      }
      Pause.millis(20);
    }
  }

  private String read(long from) {
    try {
      byte[] all = Files.readAllBytes(logFile());
      int start = (int) Math.min(from, all.length);
      return new String(all, start, all.length - start, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean await(Process process, Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a process to end", e);
    }
  }
}

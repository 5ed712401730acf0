package io.tickstream.connect.stack.quickstart;

import com.datastax.oss.driver.api.core.CqlSession;
import io.tickstream.connect.stack.CqlScript;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.deploy.ConnectorFile;
import io.tickstream.connect.stack.deploy.Deployment;
import io.tickstream.connect.stack.deploy.DeploymentException;
import io.tickstream.connect.stack.deploy.Traces;
import io.tickstream.connect.stack.scenario.RecordFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What happens on a started stack: addresses, tables, connectors, then rows until the time is over.
 */
final class Session {
  private static final Duration DEPLOY_LIMIT = Duration.ofMinutes(2);
  private static final Duration FIRST_ROW_LIMIT = Duration.ofMinutes(5);
  private static final Duration EACH_LOOK = Duration.ofSeconds(1);
  private static final Duration EACH_LINE = Duration.ofSeconds(5);
  private static final Duration EACH_WAIT_FOR_ROWS = Duration.ofMillis(200);

  private final LocalStack stack;
  private final Screen screen;
  private final Options options;
  private final Plan plan;
  private final long begin = System.nanoTime();

  Session(LocalStack stack, Screen screen, Options options, Plan plan) {
    this.stack = stack;
    this.screen = screen;
    this.options = options;
    this.plan = plan;
  }

  Outcome run() {
    showAddresses();
    try (CqlSession session = stack.openSession()) {
      createTables(session);
      if (!options.connectors()) {
        return bareStack();
      }
      deploy();
      plan.records().ifPresent(this::send);
      try (Monitor monitor = new Monitor(stack, session, plan.selection())) {
        return watch(monitor);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the worker's metrics cannot be reached", e);
    }
  }

  private void showAddresses() {
    screen.line("");
    screen.line("  Connect REST     " + stack.connect().base());
    screen.line("  Schema registry  " + stack.registryUrl());
    screen.line("  Kafka            " + stack.bootstrapServers());
    screen.line(
        "  Cassandra        127.0.0.1:%d (data centre %s)"
            .formatted(stack.cassandraAddress().getPort(), stack.localDatacenter()));
    screen.line("  Logs             " + stack.directory());
    screen.line("");
  }

  private void createTables(CqlSession session) {
    plan.tables().ifPresent(folder -> CqlScript.run(session, folder));
  }

  private void deploy() {
    List<ConnectorFile> connectors = plan.selection().connectors();
    if (!new Deployment(stack.connect(), line -> screen.line("  " + line))
        .put(connectors, DEPLOY_LIMIT)) {
      stack.checkAllAlive();
      throw new DeploymentException(
          "not every connector runs; the worker's log: " + stack.worker(1).logFile());
    }
    screen.line("");
  }

  private void send(Path records) {
    int sent = new RecordFiles(records, stack.bootstrapServers(), stack.registryUrl()).send();
    screen.line("  sent %d records from %s".formatted(sent, records));
    screen.line("");
  }

  private Outcome bareStack() {
    screen.line("  Ready for your own connectors; Ctrl-C stops everything.");
    long end =
        options.runFor() == null ? Long.MAX_VALUE : System.nanoTime() + options.runFor().toNanos();
    while (System.nanoTime() < end) {
      stack.checkAllAlive();
      pause(Duration.ofNanos(Math.min(EACH_LOOK.toNanos(), Math.max(0, end - System.nanoTime()))));
    }
    return new Outcome(List.of(), new Snapshot(List.of(), List.of()).closingLine());
  }

  private Outcome watch(Monitor monitor) {
    Snapshot snapshot = awaitFirstRow(monitor);
    if (!snapshot.hasRows() && !plan.selection().tables().isEmpty()) {
      return outcome(snapshot);
    }
    long end =
        options.runFor() == null ? Long.MAX_VALUE : System.nanoTime() + options.runFor().toNanos();
    long nextLine = System.nanoTime();
    while (System.nanoTime() < end && !(options.runFor() != null && snapshot.hasFailed())) {
      stack.checkAllAlive();
      snapshot = monitor.look();
      if (screen.isTerminal()) {
        screen.draw(LiveTable.table(snapshot));
      } else if (System.nanoTime() >= nextLine) {
        nextLine += EACH_LINE.toNanos();
        screen.lines(LiveTable.lines(Duration.ofNanos(System.nanoTime() - begin), snapshot));
      }
      pause(Duration.ofNanos(Math.min(EACH_LOOK.toNanos(), Math.max(0, end - System.nanoTime()))));
    }
    stack.checkAllAlive();
    return outcome(monitor.finalLook());
  }

  private Snapshot awaitFirstRow(Monitor monitor) {
    long end = System.nanoTime() + FIRST_ROW_LIMIT.toNanos();
    Snapshot snapshot = monitor.look();
    while (!snapshot.hasRows() && !snapshot.hasFailed() && System.nanoTime() < end) {
      if (plan.selection().tables().isEmpty()) {
        return snapshot;
      }
      stack.checkAllAlive();
      pause(EACH_WAIT_FOR_ROWS);
      snapshot = monitor.look();
    }
    return snapshot;
  }

  private Outcome outcome(Snapshot snapshot) {
    List<String> reasons = new ArrayList<>();
    for (ConnectorState connector : snapshot.connectors()) {
      connector
          .status()
          .failure()
          .ifPresent(
              trace -> {
                reasons.add(connector.name() + " failed:");
                Traces.reasons(trace).forEach(line -> reasons.add("  " + line));
              });
    }
    reasons.addAll(snapshot.shortcomings());
    if (!reasons.isEmpty()) {
      reasons.add("the worker's log: " + stack.worker(1).logFile());
    }
    return new Outcome(reasons, snapshot.closingLine());
  }

  private static void pause(Duration duration) {
    try {
      TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while watching", e);
    }
  }
}

package io.tickstream.connect.stack.deploy;

import io.tickstream.connect.stack.rest.ConnectClient;
import io.tickstream.connect.stack.rest.ConnectRestException;
import io.tickstream.connect.stack.rest.ConnectorStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Puts connectors on a cluster and says line by line what became of them. */
public final class Deployment {
  private static final long POLL_MS = 250;
  // A task is RUNNING before its start has failed; this long it has to stay so.
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private final ConnectClient client;
  private final Consumer<String> out;

  public Deployment(ConnectClient client, Consumer<String> out) {
    this.client = client;
    this.out = out;
  }

  /** Creates or changes all of them, then waits until each runs or has failed. */
  public boolean put(List<ConnectorFile> connectors, Duration limit) {
    boolean refused = false;
    for (ConnectorFile connector : connectors) {
      try {
        client.putConfig(connector.name(), connector.config());
      } catch (ConnectRestException e) {
        out.accept("%s refused (HTTP %d): %s".formatted(connector.name(), e.status(), e.reason()));
        refused = true;
      }
    }
    return !refused && awaitRunning(connectors, limit);
  }

  private boolean awaitRunning(List<ConnectorFile> connectors, Duration limit) {
    long begin = System.nanoTime();
    long runningSince = 0;
    while (true) {
      List<ConnectorStatus> states = new ArrayList<>();
      connectors.forEach(connector -> states.add(client.status(connector.name())));
      long now = System.nanoTime();
      boolean running = states.stream().allMatch(ConnectorStatus::isRunning);
      if (!running) {
        runningSince = 0;
      } else if (runningSince == 0) {
        runningSince = now;
      }
      boolean settled = running && now - runningSince >= SETTLED.toNanos();
      boolean failed = states.stream().anyMatch(ConnectorStatus::isFailed);
      if (settled || failed || now - begin > limit.toNanos()) {
        states.forEach(this::report);
        return running;
      }
      pause();
    }
  }

  private void report(ConnectorStatus status) {
    long running =
        status.tasks().stream()
            .filter(task -> task.state().equals(ConnectorStatus.RUNNING))
            .count();
    out.accept(
        "%s %s (%d of %d tasks running)"
            .formatted(status.name(), status.summary(), running, status.tasks().size()));
    status
        .failure()
        .ifPresent(trace -> Traces.reasons(trace).forEach(line -> out.accept("  " + line)));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeploymentException("interrupted while waiting for the connectors", e);
    }
  }
}

package io.tickstream.connect.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits for servers that are starting side by side; the first that dies ends the wait at once. */
final class StartWatch {
  private static final int LAST_LINES = 25;

  private StartWatch() {}

  static void awaitAll(List<ServerProcess> servers, Duration limit, StackListener listener) {
    long begin = System.nanoTime();
    List<ServerProcess> waiting = new ArrayList<>(servers);
    while (!waiting.isEmpty()) {
      for (ServerProcess server : List.copyOf(waiting)) {
        checkAlive(server);
        if (isReady(server)) {
          waiting.remove(server);
          listener.ready(server, Duration.ofNanos(System.nanoTime() - begin));
        }
      }
      if (!waiting.isEmpty() && System.nanoTime() - begin > limit.toNanos()) {
        throw failed(waiting.get(0), "was not ready after %d s".formatted(limit.toSeconds()));
      }
      Pause.millis(50);
    }
    servers.forEach(StartWatch::checkAlive);
  }

  static void checkAlive(ServerProcess server) {
    server.exitCode().ifPresent(code -> fail(server, code));
  }

  private static void fail(ServerProcess server, int exitCode) {
    throw failed(server, "ended with exit code " + exitCode);
  }

  private static boolean isReady(ServerProcess server) {
    try {
      return server.isReady();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + server.name(), e);
    }
  }

  private static ServerFailedException failed(ServerProcess server, String what) {
    List<String> lines = server.logSinceStart().lines().toList();
    String last =
        String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    return new ServerFailedException(server.name(), what, last, server.logFile());
  }
}

package io.tickstream.connect.stack;

import java.nio.file.Path;

/**
 * A server ended by itself, or was not ready in time. The message has its name, exit code, last log
 * lines and the log's path.
 */
public final class ServerFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String server;

  ServerFailedException(String server, String what, String lastLines, Path log) {
    super("%s %s; its log ends with%n%s%n(all of it: %s)".formatted(server, what, lastLines, log));
    this.server = server;
  }

  /** The server's name, for instance {@code worker-1}. */
  public String server() {
    return server;
  }
}

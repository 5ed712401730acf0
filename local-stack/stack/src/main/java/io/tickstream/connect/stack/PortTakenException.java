package io.tickstream.connect.stack;

/** A port that was asked for is in use. */
public final class PortTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int port;
  private final String server;

  PortTakenException(int port, String server) {
    super("port %d (%s) is in use".formatted(port, server));
    this.port = port;
    this.server = server;
  }

  public int port() {
    return port;
  }

  /** What was to listen there. */
  public String server() {
    return server;
  }
}

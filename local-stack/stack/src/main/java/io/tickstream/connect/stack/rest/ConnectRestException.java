package io.tickstream.connect.stack.rest;

/** Connect answered with an error; the message is Connect's own. */
public final class ConnectRestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String reason;

  ConnectRestException(int status, String message) {
    super(message);
    this.status = status;
    this.reason = message;
  }

  /** The HTTP status, for instance 400 for a configuration that was refused. */
  public int status() {
    return status;
  }

  /** Connect's own message. */
  public String reason() {
    return reason;
  }
}

package io.tickstream.connect.stack.quickstart;

/** The command line is wrong; the message says what is allowed. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  UsageException(RuntimeException cause) {
    super(cause.getMessage(), cause);
  }
}

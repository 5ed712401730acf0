package io.tickstream.connect.market.provider;

import java.util.Set;

/**
 * Why there are no events. The class decides what the feed does; the reason, free of secrets, is
 * for people.
 */
public sealed interface Failure extends Reply {

  /** In {@link Throttled} and {@link Banned}: the venue did not say how long. */
  long UNTOLD = -1;

  String reason();

  /** Too fast: wait, then ask again. */
  record Throttled(long retryAfterMs, String reason) implements Failure {
    public Throttled(String reason) {
      this(UNTOLD, reason);
    }

    /** Milliseconds to wait: as told, else a minute. */
    public long waitMs() {
      return retryAfterMs == UNTOLD ? 60_000 : retryAfterMs;
    }
  }

  /** The allowance of the day, or month, is used up. */
  record QuotaExhausted(long untilMs, String reason) implements Failure {}

  /** Locked out: never ask earlier than told. */
  record Banned(long retryAfterMs, String reason) implements Failure {
    public Banned(String reason) {
      this(UNTOLD, reason);
    }

    /** Milliseconds to wait: as told, else five minutes. */
    public long waitMs() {
      return retryAfterMs == UNTOLD ? 300_000 : retryAfterMs;
    }
  }

  /** The key is wrong, or not entitled to this: a human has to change the configuration. */
  record BadCredentials(String reason) implements Failure {}

  /** The venue will never answer such a request: a human has to change the configuration. */
  record Refused(String reason) implements Failure {}

  /**
   * The venue does not know these symbols and answered nothing because of them. Empty when it did
   * not tell which of several; the feed then finds out by asking for fewer.
   */
  record UnknownSymbols(Set<String> symbols, String reason) implements Failure {
    public UnknownSymbols {
      symbols = Set.copyOf(symbols);
    }
  }

  /** Anything that may be gone next time: a server error, a broken answer, a lost connection. */
  record Transient(String reason) implements Failure {}
}

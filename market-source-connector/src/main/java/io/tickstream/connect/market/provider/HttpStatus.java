package io.tickstream.connect.market.provider;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;

/** What HTTP's status codes mean where a venue says nothing more particular. */
public final class HttpStatus {

  /** No allowance that is worth the name begins anew sooner. */
  private static final long SOONEST_QUOTA_MS = 60_000;

  private HttpStatus() {}

  /** The failure of an answer that was not successful. */
  public static Failure failure(Request request, Response response) {
    String reason = "HTTP " + response.status();
    return switch (response.status()) {
      case 429 -> new Failure.Throttled(retryAfterMs(response), reason);
      case 418 -> new Failure.Banned(retryAfterMs(response), reason);
      case 402 -> new Failure.QuotaExhausted(quotaUntilMs(response), reason);
      case 401, 403 -> new Failure.BadCredentials(reason);
      case 404 ->
          new Failure.UnknownSymbols(
              request.symbols().size() == 1 ? Set.copyOf(request.symbols()) : Set.of(), reason);
      case 400, 405, 406, 410, 414, 415, 422 -> new Failure.Refused(reason);
      // 503 with Retry-After is a server that asks for patience.
      default ->
          response.status() == 503 && retryAfterMs(response) != Failure.UNTOLD
              ? new Failure.Throttled(retryAfterMs(response), reason)
              : new Failure.Transient(reason);
    };
  }

  /**
   * How long an answer asks to wait: {@code Retry-After} in seconds or as a date, else {@code
   * X-RateLimit-Reset} as seconds from now, epoch seconds or milliseconds, else {@link
   * Failure#UNTOLD}.
   */
  public static long retryAfterMs(Response response) {
    String retryAfter = response.header("Retry-After").orElse("");
    if (retryAfter.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(retryAfter)).toMillis();
    }
    if (!retryAfter.isEmpty()) {
      try {
        long at =
            ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant()
                .toEpochMilli();
        return Math.max(0, at - response.receivedMs());
      } catch (DateTimeParseException notADate) {
        return Failure.UNTOLD;
      }
    }
    long reset = response.number("X-RateLimit-Reset").orElse(-1);
    if (reset < 0 || reset >= 100_000_000_000_000L) {
      return Failure.UNTOLD;
    }
    if (reset >= 100_000_000_000L) {
      return Math.max(0, reset - response.receivedMs());
    }
    // Whoever counts from now counts in minutes or hours; epoch seconds have had ten digits since
    // 2001.
    return reset < 1_000_000_000L
        ? reset * 1000
        : Math.max(0, reset * 1000 - response.receivedMs());
  }

  /**
   * When a used-up allowance begins anew: when {@code Retry-After} says, else the next midnight
   * UTC, as most do. The reset header may be about another, shorter window.
   */
  public static long quotaUntilMs(Response response) {
    long told =
        response.header("Retry-After").isPresent() ? retryAfterMs(response) : Failure.UNTOLD;
    return told == Failure.UNTOLD
        ? nextUtcDayMs(response.receivedMs())
        : response.receivedMs() + Math.max(told, SOONEST_QUOTA_MS);
  }

  private static long nextUtcDayMs(long nowMs) {
    long day = Duration.ofDays(1).toMillis();
    return (Math.floorDiv(nowMs, day) + 1) * day;
  }
}

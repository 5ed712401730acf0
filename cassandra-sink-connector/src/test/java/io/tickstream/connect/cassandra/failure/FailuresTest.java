package io.tickstream.connect.cassandra.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.servererrors.CDCWriteFailureException;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs no server; the rest is in the test of the driver's errors. */
class FailuresTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unconfigured table trades",
        "table trades does not exist",
        "Keyspace market does not exist",
        "Undefined column name price in table market.trades",
        "Unknown identifier price"
      })
  void aTableThatIsGoneIsNobodysRow(String message) {
    assertThat(Failures.classify(new InvalidQueryException(null, message), true))
        .isEqualTo(Failure.FATAL);
  }

  @Test
  void aTableThatTheNodeDoesNotKnowYetIsWorthAnotherAttempt() {
    InvalidQueryException error = new InvalidQueryException(null, "table trades does not exist");
    assertThat(Failures.classify(new SchemaBehindException(error), false))
        .isEqualTo(Failure.RETRIABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Key may not be empty",
        "Invalid null value for column price",
        "ttl is too large. requested (700000000) maximum (630720000)",
        "Expected 8 or 0 byte long (4)"
      })
  void aRowThatIsRefusedIsBadData(String message) {
    assertThat(Failures.classify(new InvalidQueryException(null, message), true))
        .isEqualTo(Failure.DATA);
  }

  @Test
  void whatFuturesWrapAroundAnErrorIsTakenOff() {
    InvalidQueryException error = new InvalidQueryException(null, "Key may not be empty");
    assertThat(Failures.unwrap(new CompletionException(new CompletionException(error))))
        .isSameAs(error);
    assertThat(Failures.classify(new CompletionException(error), true)).isEqualTo(Failure.DATA);
  }

  @Test
  void aConnectionThatBreaksIsNeverFatal() {
    ClosedChannelException broken = new ClosedChannelException();
    assertThat(Failures.classify(broken, true)).isEqualTo(Failure.RETRIABLE);
    assertThat(Failures.classify(broken, false)).isEqualTo(Failure.UNKNOWN_OUTCOME);
  }

  @Test
  void aConnectionThatTakesNoMoreRequestsHasWrittenNothing() {
    IllegalStateException closing = new IllegalStateException("Channel is closing");
    assertThat(Failures.classify(closing, false)).isEqualTo(Failure.RETRIABLE);
  }

  /** One replica had no space for it; nobody says what became of the others. */
  @Test
  void spaceForChangesThatIsFullIsWaitedFor() {
    CDCWriteFailureException full = new CDCWriteFailureException(null, "Free up space");
    assertThat(Failures.classify(full, true)).isEqualTo(Failure.OVERLOADED);
    assertThat(Failures.classify(full, false)).isEqualTo(Failure.UNKNOWN_OUTCOME);
  }

  @Test
  void whatNobodyExpectedIsFatal() {
    assertThat(Failures.classify(new StackOverflowError(), true)).isEqualTo(Failure.FATAL);
    assertThat(Failures.classify(new IllegalStateException(), true)).isEqualTo(Failure.FATAL);
  }
}

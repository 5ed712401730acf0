package io.tickstream.connect.cassandra.write;

import io.tickstream.connect.cassandra.failure.DataError;
import io.tickstream.connect.cassandra.failure.FailureLog;
import io.tickstream.connect.cassandra.metrics.SinkCounters;
import io.tickstream.connect.cassandra.settings.ErrorSettings;
import io.tickstream.connect.cassandra.settings.IgnoreErrors;
import java.util.concurrent.Future;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of records that can never be written. Used by the task's thread only. */
final class ErrorReports {
  private final ErrorSettings settings;
  private final @Nullable ErrantRecordReporter reporter;
  private final SinkCounters counters;
  private final FailureLog log;

  ErrorReports(
      ErrorSettings settings,
      @Nullable ErrantRecordReporter reporter,
      SinkCounters counters,
      FailureLog log) {
    this.settings = settings;
    this.reporter = reporter;
    this.counters = counters;
    this.log = log;
  }

  /**
   * @return completes when the record is in the dead letter queue; null when it is to be ignored
   * @throws ConnectException when the task has to fail
   */
  @Nullable Future<Void> handle(SinkRecord record, DataError error) {
    if (settings.tolerateAll() && settings.deadLetters() && reporter != null) {
      counters.reported.increment();
      return reporter.report(record, error);
    }
    if (isIgnored(error.origin())) {
      counters.ignored.increment();
      log.warn("ignored a record, as ignoreErrors says", error);
      return null;
    }
    throw new ConnectException(
        error.getMessage()
            + "; repair the record or the mapping, or set errors.tolerance=all and"
            + " errors.deadletterqueue.topic.name to send such records there",
        error);
  }

  private boolean isIgnored(DataError.Origin origin) {
    return switch (origin) {
      case MAPPING -> settings.ignore() == IgnoreErrors.ALL;
      case CASSANDRA -> settings.ignore() != IgnoreErrors.NONE;
      case UNKNOWN_OUTCOME -> false;
    };
  }
}

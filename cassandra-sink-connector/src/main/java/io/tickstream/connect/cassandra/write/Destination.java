package io.tickstream.connect.cassandra.write;

import io.tickstream.connect.cassandra.failure.Failure;
import io.tickstream.connect.cassandra.failure.Failures;
import io.tickstream.connect.cassandra.settings.AutoCreate;
import io.tickstream.connect.cassandra.settings.TableSettings;
import io.tickstream.connect.cassandra.settings.TopicSettings;
import io.tickstream.connect.cassandra.table.TableRoute;
import io.tickstream.connect.cassandra.table.TableTarget;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * One table of one topic: not ready until its statements are prepared, which is tried until it
 * works or cannot.
 */
final class Destination {
  final Lane lane;
  private final TopicSettings topic;
  private final TableSettings settings;
  private final Tables tables;
  private final Shared shared;
  private final Tools tools;

  /** Guarded by the lock. */
  private boolean preparing;

  /** Used by one attempt after the other. */
  private int attempts;

  private volatile @Nullable TableRoute route;

  Destination(
      TopicSettings topic,
      TableSettings settings,
      Lane lane,
      Tables tables,
      Shared shared,
      Tools tools) {
    this.lane = lane;
    this.topic = topic;
    this.settings = settings;
    this.tables = tables;
    this.shared = shared;
    this.tools = tools;
  }

  @Nullable TableRoute route() {
    return route;
  }

  /**
   * Whether the table still lacks mapped columns that this record could tell the types of; then it
   * is to be prepared again.
   */
  boolean isOutgrownBy(SinkRecord record) {
    TableRoute current = route;
    return current != null && current.isOutgrownBy(settings, record);
  }

  /** Statements are prepared anew before the next record is mapped. */
  void expire() {
    route = null;
  }

  /** Prepares without a record, unless one may be needed to create the table. */
  void prepareEarly() {
    if (settings.creation().create() == AutoCreate.NONE && !settings.creation().alter()) {
      prepare(null);
    }
  }

  /** Begins to prepare if nobody has. */
  void prepare(@Nullable SinkRecord sample) {
    boolean[] begin = new boolean[1];
    shared.run(
        () -> {
          begin[0] = !preparing && route == null;
          preparing |= begin[0];
        });
    if (begin[0]) {
      attempt(sample);
    }
  }

  private void attempt(@Nullable SinkRecord sample) {
    try {
      tables
          .prepare(topic, settings, sample)
          .whenComplete((target, error) -> prepared(sample, target, error));
    } catch (Throwable t) {
      prepared(sample, null, t);
    }
  }

  private void prepared(
      @Nullable SinkRecord sample, @Nullable TableTarget target, @Nullable Throwable error) {
    if (target != null) {
      shared.run(
          () -> {
            route = new TableRoute(target);
            preparing = false;
          });
      return;
    }
    if (error == null) {
      shared.fail(new IllegalStateException("nothing prepared for " + settings.qualifiedName()));
      return;
    }
    Throwable cause = Failures.unwrap(error);
    if (cause instanceof ConfigException) {
      shared.fail(new ConnectException(cause.getMessage(), cause));
      return;
    }
    Failure failure = Failures.classify(cause, true);
    if (failure != Failure.RETRIABLE && failure != Failure.OVERLOADED) {
      shared.fail(
          new ConnectException(
              "cannot prepare the statements of "
                  + settings.prefix()
                  + "mapping for table "
                  + settings.qualifiedName()
                  + ": "
                  + cause.getMessage(),
              cause));
      return;
    }
    tools.log().warn("table " + settings.qualifiedName() + " is not ready yet", cause);
    tools.timer().schedule(() -> attempt(sample), tools.backoff().pauseNanos(++attempts));
  }
}

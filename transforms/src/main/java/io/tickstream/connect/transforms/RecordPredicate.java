package io.tickstream.connect.transforms;

import io.tickstream.connect.transforms.edit.FieldFault;
import java.util.Map;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.transforms.predicates.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the predicates have in common: they look at one half of a record, and say no of a half that
 * is null. Confined to its task's thread.
 */
abstract class RecordPredicate<R extends ConnectRecord<R>> implements Predicate<R>, Versioned {
  /** A configured predicate. */
  interface Question<R> {
    boolean holds(R record, @Nullable Schema schema, Object content);
  }

  private final Side side;
  private @Nullable Question<R> question;

  RecordPredicate(Side side) {
    this.side = side;
  }

  /** Reads the options and makes what is asked about the records. */
  abstract Question<R> start(Map<String, ?> options);

  @Override
  public final void configure(Map<String, ?> options) {
    question = start(options);
  }

  @Override
  public final boolean test(R record) {
    Object content = side.value(record);
    if (content == null) {
      return false;
    }
    if (question == null) {
      throw new IllegalStateException(Names.of(this) + " was not configured");
    }
    try {
      return question.holds(record, side.schema(record), content);
    } catch (FieldFault e) {
      throw new DataException(
          Names.of(this) + ", topic " + record.topic() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public final void close() {}

  @Override
  public String version() {
    return BundleVersion.VALUE;
  }
}

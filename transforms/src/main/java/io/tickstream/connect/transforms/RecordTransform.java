package io.tickstream.connect.transforms;

import io.tickstream.connect.transforms.edit.FieldFault;
import java.util.Map;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;

/**
 * What all transforms have in common: they work on one half of a record, let tombstones pass as the
 * same instance, and name themselves, the field and the topic when they refuse a record. An
 * instance is confined to its task's thread and shares nothing with others.
 */
abstract class RecordTransform<R extends ConnectRecord<R>> implements Transformation<R>, Versioned {
  private final Side side;
  private @Nullable Operation<R> operation;

  RecordTransform(Side side) {
    this.side = side;
  }

  /** Reads the options and makes what handles the records. */
  abstract Operation<R> start(Map<String, ?> options, Side side);

  @Override
  public final void configure(Map<String, ?> options) {
    close();
    operation = start(options, side);
  }

  @Override
  public final @Nullable R apply(R record) {
    Object content = side.value(record);
    if (content == null) {
      return record;
    }
    if (operation == null) {
      throw new IllegalStateException(Names.of(this) + " was not configured");
    }
    try {
      return operation.apply(record, side.schema(record), content);
    } catch (FieldFault e) {
      throw new DataException(
          Names.of(this) + ", topic " + record.topic() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public final void close() {
    if (operation != null) {
      operation.close();
      operation = null;
    }
  }

  @Override
  public String version() {
    return BundleVersion.VALUE;
  }

  /** Refuses content that has no fields. */
  static void requireFields(Object content) {
    if (!(content instanceof Struct || content instanceof Map)) {
      throw new FieldFault(
          "needs a Struct or a schemaless Map, found "
              + content.getClass().getSimpleName()
              + "; wrap it with HoistField or check the converter");
    }
  }
}

package io.tickstream.connect.transforms.time;

import io.tickstream.connect.expressions.FieldPath;
import io.tickstream.connect.expressions.Reader;
import io.tickstream.connect.transforms.edit.FieldFault;
import java.time.Instant;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.jspecify.annotations.Nullable;

/** A field that holds moments, compiled for one schema or for Maps. */
public final class TimeField {
  private final FieldPath path;
  private final Reader<Object> reader;
  private final TimeFormat format;

  /**
   * @throws FieldFault if the schema says that the field is a time of day
   */
  public TimeField(FieldPath path, @Nullable Schema schema, TimeFormat format) {
    this.path = path;
    this.reader = path.readerOfNulls(schema);
    this.format = format;
    Schema own = schema == null ? null : path.schemaIn(schema);
    if (own != null && Time.LOGICAL_NAME.equals(own.name())) {
      throw new FieldFault("field " + path + " is a time of day, which is no moment");
    }
  }

  /** What is in the field, null when it is missing. */
  public @Nullable Object value(Object content) {
    return reader.read(content);
  }

  /** The moment that a value of this field stands for, or null. */
  public @Nullable Instant moment(Object value) {
    return format.read(value);
  }

  public FieldFault missing() {
    return new FieldFault(
        "field " + path + " is missing or null; set on.missing if such records are expected");
  }

  /** Says what is there, not its content. */
  public FieldFault invalid(Object value) {
    return new FieldFault(
        "field "
            + path
            + ", a "
            + value.getClass().getSimpleName()
            + ", cannot be read as a time; check its precision and format, or set on.invalid");
  }
}

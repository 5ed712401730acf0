package io.tickstream.connect.transforms.edit;

import io.tickstream.connect.expressions.FieldPath;
import org.apache.kafka.connect.data.Schema;

/**
 * A field that a transform writes.
 *
 * @param path where, names only
 * @param schema of the field, when the record has a schema
 */
public record Slot(FieldPath path, Schema schema, Conflict conflict) {}

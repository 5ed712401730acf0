package io.tickstream.connect.expressions;

import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Gives the names in an expression their meaning: bare names are fields of the value in a
 * transform, in the sink they begin with {@code value.}, {@code key.}, {@code header.} or {@code
 * element.}.
 *
 * @param <R> what the compiled condition is asked about
 */
public interface Scope<R> {
  /** The root that {@code path} begins with, or null when it begins with none. */
  @Nullable Root<R> root(FieldPath path);

  /** What names may begin with, for the error message: {@code value., key., header.<name>.}. */
  String roots();

  /**
   * Bare names, read from a Struct of {@code schema} or, without a schema, from whatever comes: a
   * Map or a Struct.
   */
  static Scope<Object> fieldsOf(@Nullable Schema schema) {
    Root<Object> root = new Root<>(0, schema, PathCompiler.IDENTITY);
    return new Scope<>() {
      @Override
      public Root<Object> root(FieldPath path) {
        return root;
      }

      @Override
      public String roots() {
        return "the name of a field";
      }
    };
  }
}

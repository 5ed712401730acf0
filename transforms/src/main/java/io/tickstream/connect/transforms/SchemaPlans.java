package io.tickstream.connect.transforms;

import java.util.function.Function;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** What a transform compiled, once per schema and once for schemaless Maps. */
final class SchemaPlans<P> {
  /** More schemas than one task sees at a time: its topics and their versions in transition. */
  static final int CAPACITY = 64;

  /** Compiles for a schema, or for Maps when there is none. */
  @FunctionalInterface
  interface Compiler<P> {
    P compile(@Nullable Schema schema);
  }

  private final BoundedCache<Schema, P> bySchema;
  private final Compiler<P> compiler;
  private @Nullable P schemaless;

  SchemaPlans(Compiler<P> compiler) {
    Function<Schema, P> function = compiler::compile;
    this.bySchema = new BoundedCache<>(CAPACITY, function);
    this.compiler = compiler;
  }

  P get(@Nullable Schema schema) {
    if (schema != null) {
      return bySchema.get(schema);
    }
    P plan = schemaless;
    if (plan == null) {
      plan = compiler.compile(null);
      schemaless = plan;
    }
    return plan;
  }

  int size() {
    return bySchema.size();
  }
}

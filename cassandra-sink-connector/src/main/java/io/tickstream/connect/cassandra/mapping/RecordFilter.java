package io.tickstream.connect.cassandra.mapping;

import io.tickstream.connect.cassandra.mapping.ColumnSource.Path;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Step;
import io.tickstream.connect.expressions.Condition;
import io.tickstream.connect.expressions.Expression;
import io.tickstream.connect.expressions.FieldPath;
import io.tickstream.connect.expressions.Root;
import io.tickstream.connect.expressions.Scope;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * The {@code filter} of a table: an expression over {@code value.}, {@code key.}, {@code header.}
 * and {@code element.}, which find fields as the paths of a mapping do.
 */
public final class RecordFilter {
  private final Expression expression;

  private RecordFilter(Expression expression) {
    this.expression = expression;
  }

  /**
   * Reads the expression and checks what its names begin with.
   *
   * @throws io.tickstream.connect.expressions.ExpressionSyntaxException showing the place
   */
  public static RecordFilter parse(String text) {
    RecordFilter filter = new RecordFilter(Expression.parse(text));
    filter.compile(null, null, null);
    return filter;
  }

  /** For one pair of schemas; null where keys, values or elements carry none. */
  public RecordPredicate compile(
      @Nullable Schema keySchema, @Nullable Schema valueSchema, @Nullable Schema elementSchema) {
    PathReaders readers = new PathReaders(keySchema, valueSchema, elementSchema);
    Condition<Candidate> condition = expression.compile(new Names(readers));
    Candidate candidate = new Candidate();
    return (record, element) -> {
      candidate.record = record;
      candidate.element = element;
      return condition.holds(candidate);
    };
  }

  @Override
  public String toString() {
    return expression.text();
  }

  /** One for all records, so that asking about one costs no object. */
  private static final class Candidate {
    private @Nullable SinkRecord record;
    private @Nullable Object element;

    @Nullable Object read(Accessor accessor) {
      SinkRecord asked = record;
      Object value = asked == null ? null : accessor.read(asked, element);
      return value == Accessor.MISSING ? null : value;
    }
  }

  private record Names(PathReaders readers) implements Scope<Candidate> {
    @Override
    public @Nullable Root<Candidate> root(FieldPath path) {
      Path ours = convert(path);
      if (ours == null) {
        return null;
      }
      Accessor accessor = readers.compile(ours);
      return new Root<>(path.steps().size(), null, candidate -> candidate.read(accessor));
    }

    @Override
    public String roots() {
      return "value., key., element. or header.<name>";
    }

    private static @Nullable Path convert(FieldPath path) {
      List<Step> steps = new ArrayList<>();
      for (FieldPath.Step step : path.steps()) {
        steps.add(
            step instanceof FieldPath.Index index
                ? new Step.Index(index.index())
                : new Step.Name(((FieldPath.Name) step).name()));
      }
      ColumnSource.Root root =
          steps.get(0) instanceof Step.Name name ? PathParser.root(name.name()) : null;
      List<Step> rest = steps.subList(1, steps.size());
      boolean nameless = rest.isEmpty() || !(rest.get(0) instanceof Step.Name);
      return root == null || (root == ColumnSource.Root.HEADER && nameless)
          ? null
          : new Path(root, rest);
    }
  }
}

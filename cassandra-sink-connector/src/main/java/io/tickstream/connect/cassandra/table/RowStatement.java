package io.tickstream.connect.cassandra.table;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.ColumnDefinition;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.type.DataType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that rows are bound to: its variables in order, and what its writes are like.
 *
 * @param table for messages, as CQL has it
 * @param partitionKey indices of the variables that make up the partition key, in the key's order;
 *     empty when the statement does not name all of it
 * @param prepared null only where rows are bound without a session
 */
public record RowStatement(
    String table,
    List<Variable> variables,
    List<Integer> partitionKey,
    Nature nature,
    ConsistencyLevel consistency,
    @Nullable PreparedStatement prepared) {

  /** One bind variable. */
  public record Variable(String name, DataType type) {}

  public RowStatement {
    variables = List.copyOf(variables);
    partitionKey = List.copyOf(partitionKey);
  }

  /** Of a statement that Cassandra knows. */
  public static RowStatement of(
      String table, PreparedStatement prepared, Nature nature, ConsistencyLevel consistency) {
    List<Variable> variables = new ArrayList<>();
    for (ColumnDefinition definition : prepared.getVariableDefinitions()) {
      variables.add(new Variable(definition.getName().asInternal(), definition.getType()));
    }
    return new RowStatement(
        table, variables, prepared.getPartitionKeyIndices(), nature, consistency, prepared);
  }
}

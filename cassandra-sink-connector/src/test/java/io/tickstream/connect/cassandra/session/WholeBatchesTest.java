package io.tickstream.connect.cassandra.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.cql.ColumnDefinitions;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.servererrors.SyntaxError;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.tickstream.connect.cassandra.table.Nature;
import io.tickstream.connect.cassandra.table.RowStatement;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a full batch is worth a statement of its own, and when it is not tried again. */
class WholeBatchesTest {
  private static final int ROWS = 32;

  private final List<String> asked = new ArrayList<>();
  private final List<CompletableFuture<PreparedStatement>> answers = new ArrayList<>();
  private final CqlSession session =
      fake(CqlSession.class, (method, arguments) -> prepare((String) arguments[0]));
  private final WholeBatches batches = new WholeBatches(ROWS);

  private CompletionStage<PreparedStatement> prepare(String query) {
    CompletableFuture<PreparedStatement> answer = new CompletableFuture<>();
    asked.add(query);
    answers.add(answer);
    return answer.minimalCompletionStage();
  }

  @Test
  void onlyAStatementInConstantUseIsAskedForOnce() {
    PreparedStatement single = prepared("INSERT", 4);
    use(single, 4, WholeBatches.CONSTANT_USE - 1);
    assertThat(asked).isEmpty();
    assertThat(use(single, 4, 1_000)).isNull();
    assertThat(asked)
        .containsExactly("BEGIN UNLOGGED BATCH " + "INSERT;".repeat(ROWS) + "APPLY BATCH");
    PreparedStatement whole = prepared(asked.get(0), 4 * ROWS);
    answers.get(0).complete(whole);
    assertThat(use(single, 4, 1)).isSameAs(whole);
    assertThat(asked).hasSize(1);
  }

  @Test
  void aServerThatWasOutOfReachIsAskedAgain() {
    PreparedStatement single = prepared("INSERT", 4);
    use(single, 4, WholeBatches.CONSTANT_USE);
    answers.get(0).completeExceptionally(new DriverTimeoutException("no answer"));
    assertThat(use(single, 4, WholeBatches.CONSTANT_USE)).isNull();
    assertThat(asked).hasSize(2);
  }

  @Test
  void aServerThatRefusesTheBatchIsNotAskedAgain() {
    PreparedStatement single = prepared("INSERT", 4);
    use(single, 4, WholeBatches.CONSTANT_USE);
    answers.get(0).completeExceptionally(new SyntaxError(null, "no batches here"));
    assertThat(use(single, 4, 10 * WholeBatches.CONSTANT_USE)).isNull();
    assertThat(asked).hasSize(1);
  }

  @Test
  void aBatchThatTheServerHasOtherVariablesOfIsNotUsed() {
    PreparedStatement single = prepared("INSERT", 4);
    use(single, 4, WholeBatches.CONSTANT_USE);
    answers.get(0).complete(prepared(asked.get(0), 4));
    assertThat(use(single, 4, 10 * WholeBatches.CONSTANT_USE)).isNull();
    assertThat(asked).hasSize(1);
  }

  @Test
  void wideTablesAndManyTablesLeaveTheServersMemoryToOthers() {
    int tooWide = WholeBatches.MOST_VARIABLES / ROWS + 1;
    assertThat(use(prepared("WIDE", tooWide), tooWide, WholeBatches.CONSTANT_USE)).isNull();
    assertThat(asked).isEmpty();
    List<PreparedStatement> held = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      held.add(prepared("INSERT " + i, 4));
      use(held.get(i), 4, WholeBatches.CONSTANT_USE);
    }
    assertThat(asked).hasSize(WholeBatches.MOST_VARIABLES_OF_ALL / (4 * ROWS));
    assertThat(held).hasSize(100);
  }

  private @Nullable PreparedStatement use(PreparedStatement single, int variables, int times) {
    RowStatement statement =
        new RowStatement(
            "market.trades",
            Collections.nCopies(variables, new RowStatement.Variable("x", DataTypes.INT)),
            List.of(),
            new Nature(true, false, false, true),
            ConsistencyLevel.LOCAL_ONE,
            single);
    PreparedStatement whole = null;
    for (int i = 0; i < times; i++) {
      whole = batches.of(statement, single, session);
    }
    return whole;
  }

  private static PreparedStatement prepared(String query, int variables) {
    ColumnDefinitions definitions =
        fake(ColumnDefinitions.class, (method, arguments) -> Map.of("size", variables).get(method));
    return fake(
        PreparedStatement.class,
        (method, arguments) ->
            Map.of("getQuery", query, "getVariableDefinitions", definitions).get(method));
  }

  private interface Answer {
    @Nullable Object to(String method, Object[] arguments);
  }

  /** Compared by identity, as the driver's own are. */
  private static <T> T fake(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> System.identityHashCode(proxy);
                  default -> answer.to(method.getName(), arguments);
                }));
  }
}

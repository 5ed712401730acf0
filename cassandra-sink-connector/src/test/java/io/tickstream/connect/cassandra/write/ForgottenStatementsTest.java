package io.tickstream.connect.cassandra.write;

import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.isBootstrapping;
import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.overloaded;
import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.protocol.internal.Frame;
import com.datastax.oss.protocol.internal.request.Execute;
import com.datastax.oss.protocol.internal.response.error.Unprepared;
import com.datastax.oss.simulacron.common.cluster.AbstractNode;
import com.datastax.oss.simulacron.common.result.Result;
import com.datastax.oss.simulacron.common.stubbing.Action;
import com.datastax.oss.simulacron.common.stubbing.MessageResponseAction;
import io.tickstream.connect.cassandra.failure.Failure;
import io.tickstream.connect.cassandra.failure.Failures;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A node does not know a statement any more: it was started anew, or had too many of them. */
class ForgottenStatementsTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final ScriptedCassandra cassandra = new ScriptedCassandra();

  @AfterEach
  void close() {
    cassandra.close();
  }

  @Test
  void aStatementIsPreparedAgainThoughALaterOneOfItsTextIsGone() {
    PreparedStatement kept = cassandra.session.prepare(ScriptedCassandra.INSERT);
    awaitGone(another(kept));
    cassandra.answer(new Forgotten());
    cassandra.session.execute(kept.bind("A", 1L, 1.0));
    assertThat(cassandra.writes).containsExactly(1, 1);
  }

  static Stream<Result> notNow() {
    return Stream.of(overloaded("too much"), serverError("something odd"), isBootstrapping());
  }

  @ParameterizedTest
  @MethodSource("notNow")
  void aNodeThatCannotPrepareItAgainJustNowHasWrittenNothing(Result answer) {
    PreparedStatement insert = cassandra.session.prepare(ScriptedCassandra.INSERT);
    cassandra.answer(new Forgotten());
    cassandra.answerPreparations(answer);
    assertThatThrownBy(() -> cassandra.session.execute(insert.bind("A", 1L, 1.0)))
        .satisfies(
            error -> assertThat(Failures.classify(error, false)).isEqualTo(Failure.RETRIABLE));
  }

  /** The driver's cache of statements holds them weakly, so that another task may get another. */
  private WeakReference<PreparedStatement> another(PreparedStatement kept) {
    return Awaitility.await()
        .atMost(LIMIT)
        .until(
            () -> {
              System.gc();
              return new WeakReference<>(cassandra.session.prepare(ScriptedCassandra.INSERT));
            },
            statement -> statement.get() != kept);
  }

  private static void awaitGone(WeakReference<PreparedStatement> statement) {
    Awaitility.await()
        .atMost(LIMIT)
        .until(
            () -> {
              System.gc();
              return statement.get() == null;
            });
  }

  /** What a node answers that is asked to execute a statement it does not know. */
  private static final class Forgotten extends Result {
    Forgotten() {
      super(0, null);
    }

    @Override
    @SuppressWarnings("rawtypes") // The signature is the simulator's.
    public List<Action> toActions(AbstractNode node, Frame frame) {
      byte[] id = ((Execute) frame.message).queryId;
      return List.of(new MessageResponseAction(new Unprepared("forgotten", id)));
    }
  }
}

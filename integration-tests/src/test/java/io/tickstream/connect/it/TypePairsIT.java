package io.tickstream.connect.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.tickstream.connect.cassandra.codec.CodecSettings;
import io.tickstream.connect.cassandra.codec.Encoders;
import io.tickstream.connect.cassandra.codec.Pair;
import io.tickstream.connect.cassandra.codec.Pair.Case;
import io.tickstream.connect.cassandra.codec.Pairs;
import io.tickstream.connect.stack.SharedStack;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Cassandra stores what the encoders make of random values, for every pair of types. */
class TypePairsIT {
  /** Each by itself, then each inside of other types. */
  private static final List<Pair> PAIRS =
      Stream.concat(Pairs.all().stream(), Pairs.nested().stream()).toList();

  private static final Map<DataType, Statements> STATEMENTS = new HashMap<>();
  private static CqlSession session;
  private static int rows;

  private record Statements(PreparedStatement write, PreparedStatement read) {}

  @BeforeContainer
  static void createOneTablePerType() {
    session = SharedStack.get().openSession();
    String keyspace = Pairs.KEYSPACE;
    session.execute(
        "CREATE KEYSPACE %s WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}"
            .formatted(keyspace));
    session.execute(
        "CREATE TYPE %s.level (side text, price double, \"Orders\" int)".formatted(keyspace));
    PAIRS.stream().map(Pair::cqlType).distinct().forEach(TypePairsIT::createTable);
  }

  @AfterContainer
  static void close() {
    if (session != null) { // else it is the stack's failure that has to be seen
      session.close();
    }
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void cassandraReturnsWhatWeEncode(@ForAll("oneCaseOfEach") List<Case> cases) {
    int first = rows;
    rows += cases.size();
    awaitAll(IntStream.range(0, cases.size()).mapToObj(i -> write(i, first + i, cases.get(i))));
    List<Row> read =
        awaitAll(IntStream.range(0, cases.size()).mapToObj(i -> read(i, first + i))).stream()
            .map(result -> Objects.requireNonNull(result.one()))
            .toList();
    for (int i = 0; i < cases.size(); i++) {
      assertThat(read.get(i).getObject(0))
          .as("%s of %s", PAIRS.get(i), cases.get(i).connectValue())
          .isEqualTo(cases.get(i).stored());
    }
  }

  @Provide
  Arbitrary<List<Case>> oneCaseOfEach() {
    return Combinators.combine(PAIRS.stream().map(Pair::cases).toList()).as(cases -> cases);
  }

  private static void createTable(DataType type) {
    String table = Pairs.KEYSPACE + ".t" + STATEMENTS.size();
    session.execute(
        "CREATE TABLE %s (id int PRIMARY KEY, c %s)".formatted(table, type.asCql(true, false)));
    String write =
        type.equals(DataTypes.COUNTER)
            ? "UPDATE %s SET c = c + ? WHERE id = ?"
            : "INSERT INTO %s (c, id) VALUES (?, ?)";
    STATEMENTS.put(
        type,
        new Statements(
            session.prepare(write.formatted(table)),
            session.prepare("SELECT c FROM %s WHERE id = ?".formatted(table))));
  }

  private static CompletionStage<AsyncResultSet> write(int pairIndex, int id, Case value) {
    Pair pair = PAIRS.get(pairIndex);
    ByteBuffer bytes =
        Encoders.compile(
                pair.cqlType(),
                pair.schema(),
                CodecSettings.defaults(),
                session.getContext().getProtocolVersion())
            .encode(value.connectValue());
    PreparedStatement write = STATEMENTS.get(pair.cqlType()).write();
    return session.executeAsync(write.bind().setBytesUnsafe(0, bytes).setInt(1, id));
  }

  private static CompletionStage<AsyncResultSet> read(int pairIndex, int id) {
    PreparedStatement read = STATEMENTS.get(PAIRS.get(pairIndex).cqlType()).read();
    return session.executeAsync(read.bind(id));
  }

  private static List<AsyncResultSet> awaitAll(Stream<CompletionStage<AsyncResultSet>> sent) {
    return sent.toList().stream().map(each -> each.toCompletableFuture().join()).toList();
  }
}

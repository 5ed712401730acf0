package io.tickstream.connect.cassandra.write;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.protocol.internal.Frame;
import com.datastax.oss.protocol.internal.Message;
import com.datastax.oss.protocol.internal.request.Batch;
import com.datastax.oss.protocol.internal.request.Execute;
import com.datastax.oss.protocol.internal.request.Prepare;
import com.datastax.oss.simulacron.common.cluster.AbstractNode;
import com.datastax.oss.simulacron.common.cluster.ClusterSpec;
import com.datastax.oss.simulacron.common.request.Query;
import com.datastax.oss.simulacron.common.result.Result;
import com.datastax.oss.simulacron.common.stubbing.Action;
import com.datastax.oss.simulacron.common.stubbing.PrimeDsl;
import com.datastax.oss.simulacron.common.stubbing.StubMapping;
import com.datastax.oss.simulacron.server.BoundCluster;
import com.datastax.oss.simulacron.server.Server;
import io.netty.util.HashedWheelTimer;
import io.tickstream.connect.cassandra.session.FreeAddress;
import io.tickstream.connect.cassandra.session.SessionFactory;
import io.tickstream.connect.cassandra.settings.ConnectionSettings;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A simulated server that answers writes from a script, and with success when that is over. */
final class ScriptedCassandra implements AutoCloseable {
  static final String INSERT = "INSERT INTO market.trades (symbol,id,price) VALUES (?,?,?)";
  private static final int COLUMNS = 3;

  /** The rows of each write, in the order in which the server saw them. */
  final Queue<Integer> writes = new ConcurrentLinkedQueue<>();

  /** The values of each write that was a batch in one prepared statement. */
  final Queue<List<ByteBuffer>> wholeBatches = new ConcurrentLinkedQueue<>();

  final ConnectionSettings connection;
  final CqlSession session;
  private final Queue<Result> script = new ConcurrentLinkedQueue<>();
  private final Queue<Result> prepareScript = new ConcurrentLinkedQueue<>();

  /** Finer than the server's own, by which everything takes up to a tenth of a second longer. */
  private final HashedWheelTimer timer = new HashedWheelTimer(1, TimeUnit.MILLISECONDS);

  private volatile long delayMs;
  private final Server server;
  private final BoundCluster cluster;

  ScriptedCassandra() {
    this(Duration.ofSeconds(1));
  }

  /**
   * @param timeout after which the driver gives a write up
   */
  ScriptedCassandra(Duration timeout) {
    server = Server.builder().withAddressResolver(FreeAddress::next).withTimer(timer).build();
    cluster = server.register(ClusterSpec.builder().withNodes(1));
    LinkedHashMap<String, String> types = new LinkedHashMap<>();
    types.put("symbol", "varchar");
    types.put("id", "bigint");
    types.put("price", "double");
    // Before the prime, which would answer executions, too.
    cluster.getStubStore().register(new Writes());
    cluster.getStubStore().register(new Preparations());
    cluster.prime(PrimeDsl.when(new Query(INSERT, List.of(), null, types)).then(PrimeDsl.noRows()));
    connection = connection(cluster.getNodes().iterator().next().inetSocketAddress(), timeout);
    session = new SessionFactory(connection).open().toCompletableFuture().join();
  }

  /** Batches of as many rows cannot be prepared, where others can. */
  void refusesToPrepareBatchesOf(int rows) {
    String batch = "BEGIN UNLOGGED BATCH " + (INSERT + ";").repeat(rows) + "APPLY BATCH";
    cluster.prime(
        PrimeDsl.when(new Query(batch)).then(PrimeDsl.syntaxError("no batch")).applyToPrepare());
  }

  private static ConnectionSettings connection(InetSocketAddress address, Duration timeout) {
    // When one connection is closed, the others leave no doubt that the next write arrives.
    return SinkSettings.of(
            Map.of(
                "connectionPoolLocalSize",
                "4",
                "contactPoints",
                address.getHostString(),
                "port",
                String.valueOf(address.getPort()),
                "loadBalancing.localDc",
                "dc1",
                "queryExecutionTimeout",
                String.valueOf(timeout.toSeconds()),
                "datastax-java-driver.advanced.protocol.version",
                "V4"))
        .connection();
  }

  /** What the next writes are answered with. */
  void answer(Result... results) {
    script.addAll(List.of(results));
  }

  /** What the next requests to prepare a statement are answered with. */
  void answerPreparations(Result... results) {
    prepareScript.addAll(List.of(results));
  }

  /** How long it takes over a write that goes well. */
  void delay(Duration delay) {
    delayMs = delay.toMillis();
  }

  @Override
  public void close() {
    session.forceCloseAsync().toCompletableFuture().join();
    cluster.close();
    server.close();
    timer.stop();
  }

  private final class Writes extends StubMapping {
    @Override
    public boolean matches(Frame frame) {
      return frame.message instanceof Execute || frame.message instanceof Batch;
    }

    @Override
    @SuppressWarnings("rawtypes") // The signature is the simulator's.
    public List<Action> getActions(AbstractNode node, Frame frame) {
      writes.add(rows(frame.message));
      Result next = script.poll();
      return (next == null ? written() : next).toActions(node, frame);
    }

    private int rows(Message message) {
      if (message instanceof Batch batch) {
        return batch.values.size();
      }
      List<ByteBuffer> values = ((Execute) message).options.positionalValues;
      if (values.size() > COLUMNS) {
        wholeBatches.add(values);
      }
      return values.size() / COLUMNS;
    }

    private Result written() {
      Result result = PrimeDsl.void_();
      result.setDelay(delayMs, TimeUnit.MILLISECONDS);
      return result;
    }
  }

  private final class Preparations extends StubMapping {
    @Override
    public boolean matches(Frame frame) {
      return frame.message instanceof Prepare && !prepareScript.isEmpty();
    }

    @Override
    @SuppressWarnings("rawtypes") // The signature is the simulator's.
    public List<Action> getActions(AbstractNode node, Frame frame) {
      return prepareScript.remove().toActions(node, frame);
    }
  }
}

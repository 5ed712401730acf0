package io.tickstream.connect.cassandra.session;

import com.datastax.oss.protocol.internal.Frame;
import com.datastax.oss.protocol.internal.Message;
import com.datastax.oss.protocol.internal.ProtocolConstants;
import com.datastax.oss.protocol.internal.request.AuthResponse;
import com.datastax.oss.protocol.internal.request.Startup;
import com.datastax.oss.protocol.internal.response.AuthSuccess;
import com.datastax.oss.protocol.internal.response.Authenticate;
import com.datastax.oss.protocol.internal.response.Error;
import com.datastax.oss.simulacron.common.cluster.AbstractNode;
import com.datastax.oss.simulacron.common.cluster.ClusterSpec;
import com.datastax.oss.simulacron.common.stubbing.Action;
import com.datastax.oss.simulacron.common.stubbing.MessageResponseAction;
import com.datastax.oss.simulacron.common.stubbing.StubMapping;
import com.datastax.oss.simulacron.server.BoundCluster;
import com.datastax.oss.simulacron.server.Server;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A simulated server that wants credentials, and thinks of them what it is told to. */
public final class GuardedCassandra implements AutoCloseable {
  /** What Cassandra answers to wrong credentials. */
  public static final String INCORRECT = "Provided username sink and/or password are incorrect";

  /** What it answers while the nodes are down that have its roles. */
  public static final String NO_REPLICAS =
      "Unable to perform authentication: Cannot achieve consistency level LOCAL_ONE";

  private final Server server = Server.builder().withAddressResolver(FreeAddress::next).build();
  private final BoundCluster cluster = server.register(ClusterSpec.builder().withNodes(1));
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
  private volatile @Nullable String refusal;

  public GuardedCassandra() {
    cluster.getStubStore().register(new Guard());
  }

  /** Of a sink with user name and password. */
  public Map<String, String> settings() {
    InetSocketAddress address = cluster.getNodes().iterator().next().inetSocketAddress();
    Map<String, String> settings = new HashMap<>();
    settings.put("contactPoints", address.getHostString());
    settings.put("port", String.valueOf(address.getPort()));
    settings.put("loadBalancing.localDc", "dc1");
    settings.put("datastax-java-driver.advanced.protocol.version", "V4");
    settings.put("auth.username", "sink");
    settings.put("auth.password", "hush");
    return settings;
  }

  /** Refuses from now on, with these words. */
  public void refuse(String message) {
    refusal = message;
  }

  /** How often it has refused so far with these words. */
  int refusals(String message) {
    return refusals.getOrDefault(message, 0);
  }

  void admit() {
    refusal = null;
  }

  @Override
  public void close() {
    cluster.close();
    server.close();
  }

  private final class Guard extends StubMapping {
    @Override
    public boolean matches(Frame frame) {
      return frame.message instanceof Startup || frame.message instanceof AuthResponse;
    }

    @Override
    @SuppressWarnings("rawtypes") // The signature is the simulator's.
    public List<Action> getActions(AbstractNode node, Frame frame) {
      return List.of(new MessageResponseAction(answer(frame.message)));
    }

    private Message answer(Message message) {
      if (message instanceof Startup) {
        return new Authenticate("org.apache.cassandra.auth.PasswordAuthenticator");
      }
      String words = refusal;
      if (words == null) {
        return new AuthSuccess(ByteBuffer.allocate(0));
      }
      refusals.merge(words, 1, Integer::sum);
      return new Error(ProtocolConstants.ErrorCode.AUTH_ERROR, words);
    }
  }
}

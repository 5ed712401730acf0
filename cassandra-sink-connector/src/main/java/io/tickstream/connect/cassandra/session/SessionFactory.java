package io.tickstream.connect.cassandra.session;

import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.LOAD_BALANCING_LOCAL_DATACENTER;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.metadata.Node;
import io.tickstream.connect.cassandra.settings.AuthSettings;
import io.tickstream.connect.cassandra.settings.ConnectionKeys;
import io.tickstream.connect.cassandra.settings.ConnectionSettings;
import io.tickstream.connect.cassandra.settings.TlsSettings;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/**
 * Builds sessions from settings. What they need of files is there until this is closed.
 * Thread-safe.
 */
public final class SessionFactory implements AutoCloseable {
  private final ConnectionSettings settings;
  private final KeyTabFile keyTab;

  /** Does no I/O. */
  public SessionFactory(ConnectionSettings settings) {
    this.settings = settings;
    this.keyTab = new KeyTabFile(settings.auth().keyTab());
  }

  /** One attempt; the stage fails as the driver's does. */
  public CompletionStage<CqlSession> open() {
    try {
      CqlSessionBuilder builder =
          builder(settings.tls())
              .withApplicationName("tickstream-cassandra-sink")
              .withClassLoader(SessionFactory.class.getClassLoader())
              .withConfigLoader(DriverConfigLoader.fromString(DriverConfig.text(settings, keyTab)));
      // Unresolved, so that a name is looked up for each connection, not once and for all.
      settings.contactPoints().stream()
          .map(host -> InetSocketAddress.createUnresolved(host.trim(), settings.port()))
          .forEach(builder::addContactPoint);
      if (settings.isCloud()) {
        builder.withCloudSecureConnectBundle(FileSetting.open(settings.bundle()));
      }
      AuthSettings auth = settings.auth();
      if (auth.provider() == AuthSettings.Provider.PLAIN) {
        builder.withAuthCredentials(auth.username(), auth.password().value());
      }
      if (settings.tls().provider() == TlsSettings.Provider.JDK) {
        builder.withSslEngineFactory(JdkTls.engines(settings.tls()));
      }
      return builder.buildAsync();
    } catch (Exception e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Closes no session. */
  @Override
  public void close() {
    keyTab.close();
  }

  private static CqlSessionBuilder builder(TlsSettings tls) throws Exception {
    return tls.provider() == TlsSettings.Provider.OPENSSL
        ? new OpenSslSessions(tls)
        : CqlSession.builder();
  }

  /**
   * The driver accepts a data centre without nodes, and then finds none to write to.
   *
   * @throws ConfigException naming those that exist
   */
  public static void checkDataCentre(CqlSession session, ConnectionSettings settings) {
    String given =
        settings
            .driver()
            .get(ConnectionKeys.DRIVER_PREFIX + LOAD_BALANCING_LOCAL_DATACENTER.getPath());
    Set<String> known =
        session.getMetadata().getNodes().values().stream()
            .map(Node::getDatacenter)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    if (given != null && !known.isEmpty() && !known.contains(given)) {
      throw new ConfigException(
          ConnectionKeys.LOCAL_DC,
          given,
          "the cluster has no such data centre; it has " + String.join(", ", known));
    }
  }
}

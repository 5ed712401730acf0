package io.tickstream.connect.stack;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import io.tickstream.connect.stack.rest.ConnectClient;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A running stack. Servers may be killed, paused and restarted one by one; {@link #close()} ends
 * what is left. When this JVM dies, in whatever way, the servers end by themselves.
 */
public final class LocalStack implements AutoCloseable {
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(6);

  private final StackSettings settings;
  private final Definitions definitions;
  private final RunFolder folder;
  private final Layout layout;
  private final Duration startLimit;
  private final StackListener listener;
  private final List<ServerProcess> servers = new CopyOnWriteArrayList<>();
  private int workersSoFar;

  private LocalStack(
      StackSettings settings,
      Definitions definitions,
      RunFolder folder,
      Layout layout,
      Duration startLimit,
      StackListener listener) {
    this.settings = settings;
    this.definitions = definitions;
    this.folder = folder;
    this.layout = layout;
    this.startLimit = startLimit;
    this.listener = listener;
  }

  public static StackBuilder builder() {
    return new StackBuilder();
  }

  static LocalStack prepare(
      StackSettings settings,
      Installation installation,
      Duration startLimit,
      StackListener listener) {
    Layout layout = Layout.choose(settings);
    RunFolder folder = RunFolder.open(settings.directory(), installation.runs());
    Definitions definitions = new Definitions(settings, installation, folder.path(), layout);
    LocalStack stack = new LocalStack(settings, definitions, folder, layout, startLimit, listener);
    stack.define();
    return stack;
  }

  private void define() {
    for (int broker = 1; broker <= settings.brokers(); broker++) {
      servers.add(new ServerProcess(definitions.broker(broker)));
    }
    if (settings.withCassandra()) {
      servers.add(new ServerProcess(definitions.cassandra()));
    }
    if (settings.withRegistry()) {
      servers.add(new ServerProcess(definitions.registry()));
    }
    for (int worker = 1; worker <= settings.workers(); worker++) {
      servers.add(nextWorker());
    }
  }

  /**
   * Starts everything side by side and returns when all of it is ready; on a failure nothing is
   * left running.
   */
  public void startAll() {
    try {
      for (ServerProcess server : servers) {
        listener.starting(server);
        server.spawn();
      }
      StartWatch.awaitAll(servers, startLimit, listener);
      if (settings.withRegistry()) {
        RegistrySettings.requireBackwardCompatibility(registryUrl());
      }
    } catch (RuntimeException e) {
      killAll();
      throw e;
    }
  }

  /** The folder of this run; each server has one of its own in it. */
  public Path directory() {
    return folder.path();
  }

  public String bootstrapServers() {
    return layout.bootstrapServers();
  }

  /** The base address of the registry's Confluent-compatible REST API. */
  public URI registryUrl() {
    return layout.registryUrl();
  }

  public InetSocketAddress cassandraAddress() {
    return cassandra().address();
  }

  public String localDatacenter() {
    return Layout.DATACENTER;
  }

  /**
   * What connector configurations can refer to as {@code ${env:…}}, besides our own environment.
   */
  public Map<String, String> workerEnvironment() {
    return definitions.workerEnvironment();
  }

  /** A client of the first worker that runs. */
  public ConnectClient connect() {
    ServerProcess worker =
        servers.stream()
            .filter(server -> server.kind() == ServerKind.WORKER && server.isRunning())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no worker is running"));
    return connect(worker);
  }

  public ConnectClient connect(ServerProcess worker) {
    return new ConnectClient(Layout.http(worker.address().getPort(), ""));
  }

  /** A driver session without TLS or log-in; the caller closes it. */
  public CqlSession openSession() {
    return sessionBuilder().build();
  }

  /** To open a session with TLS or log-in. */
  public CqlSessionBuilder sessionBuilder() {
    return CassandraSessions.builder(cassandraAddress(), localDatacenter());
  }

  /** All servers, running or not, in the order in which they were started. */
  public List<ServerProcess> servers() {
    return List.copyOf(servers);
  }

  /** Broker 1, 2, … */
  public ServerProcess broker(int number) {
    return named(ServerKind.BROKER.label() + "-" + number);
  }

  /** Worker 1, 2, …; numbers of removed workers are not given again. */
  public ServerProcess worker(int number) {
    return named(ServerKind.WORKER.label() + "-" + number);
  }

  public ServerProcess registry() {
    return named(ServerKind.REGISTRY.label());
  }

  public ServerProcess cassandra() {
    return named(ServerKind.CASSANDRA.label());
  }

  /** Starts one more worker and waits until it is ready. */
  public ServerProcess addWorker() {
    ServerProcess worker = nextWorker();
    servers.add(worker);
    worker.start(startLimit);
    return worker;
  }

  /** Stops a worker in an orderly way and forgets it. */
  public void removeWorker(ServerProcess worker) {
    worker.stop();
    servers.remove(worker);
  }

  /** Throws {@link ServerFailedException} if a server has ended that nobody stopped. */
  public void checkAllAlive() {
    servers.forEach(StartWatch::checkAlive);
  }

  /**
   * Stops everything in an orderly way, for data that is to be used again: workers first, then the
   * rest; 8 s at most.
   */
  public void stop() {
    terminate(ServerKind.WORKER);
    terminate(ServerKind.REGISTRY);
    terminate(ServerKind.CASSANDRA);
    terminate(ServerKind.BROKER);
    killAll();
  }

  /** Ends everything at once and deletes data that nobody asked to keep. */
  @Override
  public void close() {
    if (folder.kept()) {
      stop();
    }
    killAll();
    folder.close();
  }

  private void terminate(ServerKind kind) {
    List<ServerProcess> ending = servers.stream().filter(server -> server.kind() == kind).toList();
    ending.forEach(ServerProcess::terminate);
    if (kind == ServerKind.WORKER) {
      // They commit their offsets before the brokers go.
      ending.forEach(server -> server.awaitEnd(Duration.ofSeconds(4)));
    } else if (kind == ServerKind.BROKER) {
      servers.forEach(server -> server.awaitEnd(Duration.ofSeconds(4)));
    }
  }

  private void killAll() {
    List<ServerProcess> running = new ArrayList<>(servers);
    running.removeIf(server -> !server.isRunning());
    running.forEach(server -> server.handle().destroyForcibly());
    running.forEach(server -> server.awaitEnd(CLOSE_LIMIT));
  }

  private ServerProcess nextWorker() {
    workersSoFar++;
    int port = workersSoFar == 1 ? layout.firstWorker() : Ports.free();
    return new ServerProcess(definitions.worker(workersSoFar, port));
  }

  private ServerProcess named(String name) {
    return servers.stream()
        .filter(server -> server.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no server %s in this stack".formatted(name)));
  }
}

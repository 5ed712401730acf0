package io.tickstream.connect.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says what a {@link LocalStack} consists of. The default: one broker, one worker of the version in
 * the system property {@code worker} (else that of the broker) with the built plugins and the Avro
 * converter, a registry, a Cassandra, all on free ports.
 */
public final class StackBuilder {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private final List<Path> plugins = new ArrayList<>();
  private final Map<ServerKind, String> heaps = new EnumMap<>(ServerKind.class);
  private final Map<ServerKind, List<String>> jvmOptions = new EnumMap<>(ServerKind.class);
  private final Map<ServerKind, Map<String, Optional<String>>> overrides =
      new EnumMap<>(ServerKind.class);
  private final Map<String, String> workerEnvironment = new TreeMap<>();
  private @Nullable Path directory;
  private @Nullable CassandraSecurity security;
  private boolean fixedPorts;
  private boolean productionFlags;
  private boolean withRegistry = true;
  private boolean withCassandra = true;
  private boolean builtPlugins = true;
  private int brokers = 1;
  private int workers = 1;
  private String workerVersion = System.getProperty("worker", "");
  private StackListener listener = StackListener.SILENT;
  private Duration startLimit = START_LIMIT;

  StackBuilder() {}

  /**
   * Keeps configuration, data and logs in this folder; by default they lie under the module's
   * target folder and data is deleted.
   */
  public StackBuilder directory(Path value) {
    directory = value.toAbsolutePath().normalize();
    return this;
  }

  /**
   * Kafka 9092, registry 8081, first worker 8083, Cassandra 9042; a port in use is a {@link
   * PortTakenException}.
   */
  public StackBuilder fixedPorts() {
    fixedPorts = true;
    return this;
  }

  /**
   * Brokers, each also a controller; with three, topics have three replicas and need two in sync.
   */
  public StackBuilder brokers(int count) {
    brokers = count;
    return this;
  }

  /** Connect workers to start with; none is fine. */
  public StackBuilder workers(int count) {
    workers = count;
    return this;
  }

  /**
   * Kafka version of the workers; another than the broker's must have been built with {@code
   * -Dworker=<version>}.
   */
  public StackBuilder workerVersion(String version) {
    workerVersion = version;
    return this;
  }

  public StackBuilder withoutRegistry() {
    withRegistry = false;
    return this;
  }

  public StackBuilder withoutCassandra() {
    withCassandra = false;
    return this;
  }

  /** Adds a folder that holds one folder per plugin. */
  public StackBuilder plugins(Path folder) {
    plugins.add(folder.toAbsolutePath().normalize());
    return this;
  }

  /** Leaves out the plugins of this project's own build. */
  public StackBuilder withoutBuiltPlugins() {
    builtPlugins = false;
    return this;
  }

  /** An environment variable of the workers, for {@code ${env:…}} in connector configurations. */
  public StackBuilder workerEnvironment(String name, String value) {
    workerEnvironment.put(name, value);
    return this;
  }

  /** A line of the kind's configuration file (properties, or cassandra.yaml), replacing ours. */
  public StackBuilder setting(ServerKind kind, String key, String value) {
    overrides.computeIfAbsent(kind, k -> new TreeMap<>()).put(key, Optional.of(value));
    return this;
  }

  /** Removes a line of ours from the kind's configuration file. */
  public StackBuilder withoutSetting(ServerKind kind, String key) {
    overrides.computeIfAbsent(kind, k -> new TreeMap<>()).put(key, Optional.empty());
    return this;
  }

  /**
   * Cassandra acknowledges only what is on disk, so that nothing acknowledged is lost by {@code
   * kill -9}.
   */
  public StackBuilder durableCommitLog() {
    return setting(ServerKind.CASSANDRA, "commitlog_sync", "batch")
        .withoutSetting(ServerKind.CASSANDRA, "commitlog_sync_period");
  }

  public StackBuilder cassandraSecurity(CassandraSecurity value) {
    security = value;
    return this;
  }

  /**
   * For measurements: the optimising compiler and G1, for Cassandra with its own script's options,
   * instead of flags for a quick start.
   */
  public StackBuilder productionFlags() {
    productionFlags = true;
    return this;
  }

  /** Maximum heap of each server of the kind, for instance {@code 1g}. */
  public StackBuilder heap(ServerKind kind, String value) {
    heaps.put(kind, value);
    return this;
  }

  /** One more JVM option for each server of the kind. */
  public StackBuilder jvmOption(ServerKind kind, String option) {
    jvmOptions.computeIfAbsent(kind, k -> new ArrayList<>()).add(option);
    return this;
  }

  /** Told how the start goes on. */
  public StackBuilder listener(StackListener value) {
    listener = value;
    return this;
  }

  /** How long all servers together may take until they are ready; 3 minutes by default. */
  public StackBuilder startLimit(Duration value) {
    startLimit = value;
    return this;
  }

  /**
   * Starts everything side by side and returns when all of it is ready; on a failure nothing is
   * left running.
   */
  public LocalStack start() {
    LocalStack stack = prepare();
    stack.startAll();
    return stack;
  }

  /** Chooses ports and writes configurations; {@link LocalStack#startAll()} does the rest. */
  public LocalStack prepare() {
    Installation installation = Installation.find();
    return LocalStack.prepare(settings(installation), installation, startLimit, listener);
  }

  private StackSettings settings(Installation installation) {
    List<Path> folders = new ArrayList<>(plugins);
    if (builtPlugins) {
      folders.add(installation.builtPlugins());
    }
    return new StackSettings(
        directory,
        fixedPorts,
        brokers,
        workers,
        withRegistry,
        withCassandra,
        workerVersion,
        List.copyOf(folders),
        productionFlags,
        Map.copyOf(heaps),
        Map.copyOf(jvmOptions),
        Map.copyOf(overrides),
        Map.copyOf(workerEnvironment),
        security);
  }
}

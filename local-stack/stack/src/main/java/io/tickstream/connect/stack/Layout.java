package io.tickstream.connect.stack;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which server listens where, and what follows from that for the others. */
record Layout(
    List<Integer> brokers,
    List<Integer> controllers,
    int firstWorker,
    int registry,
    int cassandra,
    int cassandraStorage) {
  static final String CLUSTER_ID = "dGlja3N0cmVhbS1sb2NhbA";
  static final String REGISTRY_PATH = "/apis/ccompat/v7";
  static final String DATACENTER = "datacenter1";

  private static final int KAFKA = 9092;
  private static final int REGISTRY = 8081;
  private static final int CONNECT = 8083;
  private static final int CASSANDRA = 9042;
  private static final int MAX_REPLICATION = 3;

  static Layout choose(StackSettings settings) {
    boolean fixed = settings.fixedPorts();
    List<Integer> brokers = new ArrayList<>();
    List<Integer> controllers = new ArrayList<>();
    for (int broker = 0; broker < settings.brokers(); broker++) {
      brokers.add(fixed && broker == 0 ? Ports.claim(KAFKA, "Kafka") : Ports.free());
      controllers.add(Ports.free());
    }
    return new Layout(
        List.copyOf(brokers),
        List.copyOf(controllers),
        fixed && settings.workers() > 0 ? Ports.claim(CONNECT, "Connect REST") : Ports.free(),
        fixed && settings.withRegistry() ? Ports.claim(REGISTRY, "schema registry") : Ports.free(),
        fixed && settings.withCassandra() ? Ports.claim(CASSANDRA, "Cassandra") : Ports.free(),
        Ports.free());
  }

  String bootstrapServers() {
    return brokers.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
  }

  String voters() {
    List<String> voters = new ArrayList<>();
    for (int node = 1; node <= controllers.size(); node++) {
      voters.add(node + "@127.0.0.1:" + controllers.get(node - 1));
    }
    return String.join(",", voters);
  }

  int replication() {
    return Math.min(MAX_REPLICATION, brokers.size());
  }

  URI registryUrl() {
    return http(registry, REGISTRY_PATH);
  }

  /** What connector configurations refer to as {@code ${env:…}}. */
  Map<String, String> environment() {
    return Map.of(
        "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers(),
        "SCHEMA_REGISTRY_URL", registryUrl().toString(),
        "CASSANDRA_CONTACT_POINTS", "127.0.0.1",
        "CASSANDRA_PORT", Integer.toString(cassandra),
        "CASSANDRA_LOCAL_DC", DATACENTER,
        "TOPIC_REPLICATION_FACTOR", Integer.toString(replication()));
  }

  static URI http(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}

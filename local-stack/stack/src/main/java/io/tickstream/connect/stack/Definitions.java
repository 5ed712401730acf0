package io.tickstream.connect.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Writes a server's files and defines it; one method for each kind. */
final class Definitions {
  private final StackSettings settings;
  private final Installation installation;
  private final Path run;
  private final Layout layout;

  Definitions(StackSettings settings, Installation installation, Path run, Layout layout) {
    this.settings = settings;
    this.installation = installation;
    this.run = run;
    this.layout = layout;
  }

  ServerDefinition broker(int number) {
    Path folder = folder(ServerKind.BROKER.label() + "-" + number);
    int port = layout.brokers().get(number - 1);
    Map<String, Object> values = new HashMap<>();
    values.put("node", number);
    values.put("voters", layout.voters());
    values.put("port", port);
    values.put("controllerPort", layout.controllers().get(number - 1));
    values.put("folder", folder);
    values.put("replication", layout.replication());
    values.put("minInSync", Math.max(1, layout.replication() - 1));
    Path file = configuration(folder, "broker.properties", "=", ServerKind.BROKER, values, "");
    JavaCommand command =
        kafka(ServerKind.BROKER, folder, installation.kafka())
            .main("io.tickstream.connect.stack.launcher.FormattedBroker", Layout.CLUSTER_ID, file);
    return define(
        ServerKind.BROKER, folder, command, Map.of(), port, Probe.logged("Kafka Server started"));
  }

  ServerDefinition worker(int number, int port) {
    Path folder = folder(ServerKind.WORKER.label() + "-" + number);
    Map<String, Object> values = new HashMap<>();
    values.put("bootstrap", layout.bootstrapServers());
    values.put("port", port);
    values.put("plugins", pluginPath());
    values.put("replication", layout.replication());
    values.put("registry", layout.registryUrl());
    values.put("valueConverter", valueConverter());
    Path file = configuration(folder, "worker.properties", "=", ServerKind.WORKER, values, "");
    String version = settings.workerVersion();
    String classpath = version.isEmpty() ? installation.kafka() : installation.worker(version);
    JavaCommand command =
        kafka(ServerKind.WORKER, folder, classpath)
            .main("org.apache.kafka.connect.cli.ConnectDistributed", file);
    Probe ready = Probe.answering(Layout.http(port, "/connectors"));
    return define(ServerKind.WORKER, folder, command, workerEnvironment(), port, ready);
  }

  ServerDefinition registry() {
    Path folder = folder(ServerKind.REGISTRY.label());
    int port = layout.registry();
    JavaCommand command =
        new JavaCommand(settings, ServerKind.REGISTRY, installation)
            .property("quarkus.http.host", "127.0.0.1")
            .property("quarkus.http.port", port)
            .property("registry.ccompat.use-canonical-hash", true)
            // On disk and at once, as schemas must outlive a kill: records refer to them by number.
            .property(
                "REGISTRY_DATASOURCE_URL",
                "jdbc:h2:file:" + folder.resolve("schemas") + ";WRITE_DELAY=0")
            // One request at a time: two that register the same new subject would be a conflict for
            // one of them.
            .property("quarkus.thread-pool.core-threads", 1)
            .property("quarkus.thread-pool.max-threads", 1)
            .classpath(installation.registry())
            .main("io.quarkus.runner.GeneratedMain");
    Probe ready = Probe.answering(Layout.http(port, Layout.REGISTRY_PATH + "/subjects"));
    return define(ServerKind.REGISTRY, folder, command, Map.of(), port, ready);
  }

  ServerDefinition cassandra() {
    Path folder = folder(ServerKind.CASSANDRA.label());
    int port = layout.cassandra();
    Map<String, Object> values =
        Map.of("port", port, "storagePort", layout.cassandraStorage(), "folder", folder);
    CassandraSecurity security = settings.security();
    String more = security == null ? "" : security.yaml();
    Path yaml = configuration(folder, "cassandra.yaml", ": ", ServerKind.CASSANDRA, values, more);
    Path logback = file(folder, "logback.xml", Template.fill("logback.xml", Map.of()));
    JavaCommand command = new JavaCommand(settings, ServerKind.CASSANDRA, installation);
    if (settings.productionFlags()) {
      CassandraOptions.addCollector(command, settings.heap(ServerKind.CASSANDRA));
    }
    CassandraOptions.add(command, installation, folder, yaml, logback);
    command.classpath(installation.cassandra());
    command.main("org.apache.cassandra.service.CassandraDaemon");
    return define(ServerKind.CASSANDRA, folder, command, Map.of(), port, Probe.listening(port));
  }

  private JavaCommand kafka(ServerKind kind, Path folder, String classpath) {
    Path log4j2 = file(folder, "log4j2.properties", Template.fill("log4j2.properties", Map.of()));
    Path log4j = file(folder, "log4j.properties", Template.fill("log4j.properties", Map.of()));
    return new JavaCommand(settings, kind, installation)
        .property("log4j2.configurationFile", log4j2.toUri())
        .property("log4j.configuration", log4j.toUri())
        .classpath(classpath);
  }

  Map<String, String> workerEnvironment() {
    Map<String, String> environment = new HashMap<>(layout.environment());
    environment.put("TICKSTREAM_DATA_DIR", installation.root().resolve("config/data").toString());
    environment.putAll(settings.workerEnvironment());
    return environment;
  }

  private String pluginPath() {
    StringBuilder path = new StringBuilder();
    settings.plugins().forEach(folder -> path.append(folder).append(','));
    return path.append(installation.converterPlugins()).toString();
  }

  private String valueConverter() {
    return settings.withRegistry()
        ? "io.confluent.connect.avro.AvroConverter"
        : "org.apache.kafka.connect.json.JsonConverter";
  }

  private Path configuration(
      Path folder,
      String resource,
      String separator,
      ServerKind kind,
      Map<String, Object> values,
      String more) {
    String text = Template.fill(resource, values) + more;
    return file(folder, resource, Template.override(text, separator, settings.overrides(kind)));
  }

  private static Path file(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder(String name) {
    try {
      return Files.createDirectories(run.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerDefinition define(
      ServerKind kind,
      Path folder,
      JavaCommand command,
      Map<String, String> environment,
      int port,
      Probe ready) {
    try {
      InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
      return new ServerDefinition(
          folder.getFileName().toString(),
          kind,
          folder,
          command.write(folder),
          environment,
          new InetSocketAddress(loopback, port),
          ready);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

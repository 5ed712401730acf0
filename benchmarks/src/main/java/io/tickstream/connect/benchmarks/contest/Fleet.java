package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.ServerKind;
import io.tickstream.connect.stack.ServerProcess;
import io.tickstream.connect.stack.StackBuilder;
import io.tickstream.connect.stack.rest.ConnectClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The workers of one contestant: a Connect cluster of their own, with its plugin and no other. */
final class Fleet implements AutoCloseable {

  private final LocalStack workers;

  private Fleet(LocalStack workers) {
    this.workers = workers;
  }

  static Fleet start(
      String name,
      Contestant.Connector contestant,
      int count,
      LocalStack servers,
      ContestSettings settings) {
    StackBuilder builder =
        LocalStack.builder()
            .brokers(0)
            .workers(count)
            .withoutRegistry()
            .withoutCassandra()
            .withoutBuiltPlugins()
            .plugins(pluginPath(contestant.pluginFolders()))
            .productionFlags()
            .heap(ServerKind.WORKER, settings.workerHeap());
    worker(builder, "bootstrap.servers", servers.bootstrapServers());
    worker(builder, "group.id", "benchmark-" + name);
    for (String store : List.of("config", "offset", "status")) {
      worker(builder, store + ".storage.topic", "benchmark-" + name + "-" + store);
      worker(builder, store + ".storage.replication.factor", "1");
    }
    worker(builder, "offset.flush.interval.ms", Long.toString(settings.flushIntervalMs()));
    worker(builder, "exactly.once.source.support", settings.exactlyOnce() ? "enabled" : "disabled");
    // Peers from before Connect's service manifests are found too.
    worker(builder, "plugin.discovery", "hybrid_warn");
    return new Fleet(builder.start());
  }

  private static void worker(StackBuilder builder, String key, String value) {
    builder.setting(ServerKind.WORKER, key, value);
  }

  ConnectClient connect() {
    return workers.connect();
  }

  List<Long> pids() {
    return workers.servers().stream().map(ServerProcess::pid).toList();
  }

  @Override
  public void close() {
    workers.close();
  }

  /** A folder of links, as Connect wants the parent of the plugins' folders. */
  private static Path pluginPath(List<Path> folders) {
    try {
      Path parent = Files.createTempDirectory("benchmark-plugins");
      parent.toFile().deleteOnExit();
      for (Path folder : folders) {
        Path link = parent.resolve(folder.getFileName());
        Files.createSymbolicLink(link, folder.toAbsolutePath());
        link.toFile().deleteOnExit();
      }
      return parent;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

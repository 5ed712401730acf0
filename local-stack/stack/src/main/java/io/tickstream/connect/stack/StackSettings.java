package io.tickstream.connect.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a {@link StackBuilder} was told; immutable. */
record StackSettings(
    @Nullable Path directory,
    boolean fixedPorts,
    int brokers,
    int workers,
    boolean withRegistry,
    boolean withCassandra,
    String workerVersion,
    List<Path> plugins,
    boolean productionFlags,
    Map<ServerKind, String> heaps,
    Map<ServerKind, List<String>> extraJvmOptions,
    Map<ServerKind, Map<String, Optional<String>>> overrides,
    Map<String, String> workerEnvironment,
    @Nullable CassandraSecurity security) {

  String heap(ServerKind kind) {
    return heaps.getOrDefault(kind, kind.defaultHeap());
  }

  List<String> jvmOptions(ServerKind kind) {
    return extraJvmOptions.getOrDefault(kind, List.of());
  }

  /** Settings that replace ours, or remove them where empty. */
  Map<String, Optional<String>> overrides(ServerKind kind) {
    return overrides.getOrDefault(kind, Map.of());
  }
}

package io.tickstream.connect.benchmarks.contest;

import com.datastax.oss.driver.api.core.CqlSession;
import io.tickstream.connect.benchmarks.measure.Meter.Role;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.ServerKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The servers of a contest: one broker, one registry and one Cassandra for all, and workers of its
 * own for every contestant, so that compiled code, heap and garbage are its own too. Not
 * thread-safe.
 */
final class Rig implements AutoCloseable {

  private final ContestSettings settings;
  private final LocalStack stack;
  private final CqlSession session;
  private final Topics topics;
  private final Map<String, Fleet> fleets = new LinkedHashMap<>();
  private final Set<Long> clients = new LinkedHashSet<>();

  private Rig(ContestSettings settings, LocalStack stack) {
    this.settings = settings;
    this.stack = stack;
    this.session = stack.openSession();
    this.topics = new Topics(stack.bootstrapServers());
  }

  static Rig start(ContestSettings settings) {
    Recording.prepare(settings);
    return new Rig(
        settings,
        LocalStack.builder()
            .workers(0)
            .productionFlags()
            .heap(ServerKind.BROKER, "1g")
            .heap(ServerKind.CASSANDRA, settings.cassandraHeap())
            .setting(ServerKind.CASSANDRA, "memtable_heap_space", "512MiB")
            .setting(ServerKind.CASSANDRA, "memtable_offheap_space", "512MiB")
            .setting(ServerKind.CASSANDRA, "commitlog_segment_size", "32MiB")
            .setting(ServerKind.CASSANDRA, "commitlog_total_space", "1024MiB")
            .setting(ServerKind.CASSANDRA, "concurrent_writes", "32")
            .start());
  }

  LocalStack stack() {
    return stack;
  }

  CqlSession session() {
    return session;
  }

  Topics topics() {
    return topics;
  }

  /** The workers of a contestant, started when first asked for. */
  Fleet fleet(Contestant.Connector contestant, int workers) {
    return fleets.computeIfAbsent(
        contestant.name() + "-" + workers,
        name -> Fleet.start(name, contestant, workers, stack, settings));
  }

  /** Counts a client without Connect among our processes. */
  void addClient(long pid) {
    clients.add(pid);
  }

  /** Whose CPU time counts as what while these processes are measured. */
  Map<Role, Collection<Long>> roles(Collection<Long> measured) {
    List<Long> resting = new ArrayList<>();
    resting.add(ProcessHandle.current().pid());
    resting.add(stack.registry().pid());
    fleets.values().forEach(fleet -> resting.addAll(fleet.pids()));
    clients.removeIf(pid -> !isAlive(pid));
    resting.addAll(clients);
    resting.removeAll(measured);
    Map<Role, Collection<Long>> roles = new EnumMap<>(Role.class);
    roles.put(Role.CLIENT, measured);
    roles.put(Role.CASSANDRA, List.of(stack.cassandra().pid()));
    roles.put(Role.BROKER, List.of(stack.broker(1).pid()));
    roles.put(Role.BENCHMARK, resting);
    return roles;
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  @Override
  public void close() {
    fleets.values().forEach(Fleet::close);
    topics.close();
    session.close();
    stack.close();
  }
}

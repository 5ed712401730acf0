package io.tickstream.connect.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JVM options that Cassandra 5.0 needs when it is not started by its own script. */
final class CassandraOptions {
  private static final int NO_SECURITY_MANAGER = 24;
  private static final int SECURITY_MANAGER_ON_DEMAND = 18;

  private static final List<String> EXPORTS =
      List.of(
          "java.base/jdk.internal.misc",
          "java.management.rmi/com.sun.jmx.remote.internal.rmi",
          "java.rmi/sun.rmi.registry",
          "java.rmi/sun.rmi.server",
          "jdk.attach/sun.tools.attach",
          "jdk.unsupported/sun.misc");
  private static final List<String> OPENS =
      List.of(
          "java.base/java.lang.module",
          "java.base/jdk.internal.loader",
          "java.base/jdk.internal.ref",
          "java.base/jdk.internal.reflect",
          "java.base/jdk.internal.math",
          "java.base/jdk.internal.module",
          "java.base/jdk.internal.util.jar",
          "java.base/sun.nio.ch",
          "java.base/java.io",
          "java.base/java.lang.reflect",
          "java.base/java.lang",
          "java.base/java.util",
          "java.base/java.nio",
          "jdk.management/com.sun.management.internal",
          "java.rmi/sun.rmi.transport.tcp");

  /** What its own script sets for the collector on JDK 17, besides G1. */
  private static final List<String> COLLECTOR =
      List.of(
          "-XX:+ParallelRefProcEnabled",
          "-XX:MaxTenuringThreshold=1",
          "-XX:G1HeapRegionSize=16m",
          "-XX:G1RSetUpdatingPauseTimePercent=5",
          "-XX:MaxGCPauseMillis=300",
          "-XX:InitiatingHeapOccupancyPercent=70");

  private CassandraOptions() {}

  /** As its own script does: a heap of one size, and a collector that suits it. */
  static void addCollector(JavaCommand command, String heap) {
    command.option("-Xms" + heap);
    COLLECTOR.forEach(command::option);
  }

  static void add(
      JavaCommand command, Installation installation, Path folder, Path yaml, Path logback) {
    command.option("-XX:MaxDirectMemorySize=128m");
    command.property("jdk.attach.allowAttachSelf", true);
    command.property("io.netty.tryReflectionSetAccessible", true);
    EXPORTS.forEach(module -> command.option("--add-exports=" + module + "=ALL-UNNAMED"));
    OPENS.forEach(module -> command.option("--add-opens=" + module + "=ALL-UNNAMED"));
    command.property("cassandra.config", yaml.toUri());
    command.property("cassandra.storagedir", folder);
    command.property("cassandra.logdir", folder);
    command.property("cassandra.triggers_dir", existing(folder.resolve("triggers")));
    command.property("logback.configurationFile", logback);
    command.property("cassandra-foreground", "yes");
    // One node: there is nobody to wait for.
    command.property("cassandra.skip_wait_for_gossip_to_settle", 0);
    command.property("cassandra.ring_delay_ms", 0);
    command.property("cassandra.superuser_setup_delay_ms", 0);
    command.property("cassandra.shutdown_announce_in_ms", 0);
    forJdk(command, installation, Runtime.version().feature());
  }

  private static void forJdk(JavaCommand command, Installation installation, int jdk) {
    if (jdk >= NO_SECURITY_MANAGER) {
      command.classpath(installation.cassandraOnNewerJdks());
    } else if (jdk >= SECURITY_MANAGER_ON_DEMAND) {
      command.property("java.security.manager", "allow");
    }
  }

  private static Path existing(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

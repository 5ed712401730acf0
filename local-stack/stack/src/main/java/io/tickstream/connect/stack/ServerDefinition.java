package io.tickstream.connect.stack;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Everything needed to start one server, again and again.
 *
 * @param name unique in its stack
 * @param folder holds its configuration, data and log
 * @param command program and arguments
 * @param environment added to ours
 * @param address where clients reach it
 * @param ready whether it serves clients now
 */
record ServerDefinition(
    String name,
    ServerKind kind,
    Path folder,
    List<String> command,
    Map<String, String> environment,
    InetSocketAddress address,
    Probe ready) {
  static final String LOG_FILE = "server.log";
  static final String JMX_FILE = "jmx.address";

  Path log() {
    return folder.resolve(LOG_FILE);
  }
}

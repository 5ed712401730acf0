package io.tickstream.connect.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Picks free loopback ports, none twice in one JVM. They come from below the range that systems
 * hand out to outgoing connections, so that none of those takes a port between its choice and the
 * server's start.
 */
final class Ports {
  private static final int FIRST = 20_000;
  private static final int END = 32_000;
  private static final Set<Integer> GIVEN = new HashSet<>();

  private Ports() {}

  static int free() {
    synchronized (GIVEN) {
      for (int attempt = 0; attempt < END - FIRST; attempt++) {
        int port = ThreadLocalRandom.current().nextInt(FIRST, END);
        if (!GIVEN.contains(port) && isFree(port)) {
          GIVEN.add(port);
          return port;
        }
      }
      throw new IllegalStateException("no free loopback port from %d to %d".formatted(FIRST, END));
    }
  }

  /** The preferred port if it is free, else an exception that names the server which wanted it. */
  static int claim(int port, String server) {
    if (!isFree(port)) {
      throw new PortTakenException(port, server);
    }
    return port;
  }

  static boolean isFree(int port) {
    return !isListening(port) && canListen(port);
  }

  static boolean isListening(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean canListen(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // As the servers do: connections of an earlier run that linger are no obstacle.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

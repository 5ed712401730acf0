package io.tickstream.connect.cassandra.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Addresses for simulated servers, which tell their nodes' ports to clients, so that they cannot be
 * left to the system.
 */
public final class FreeAddress {

  private FreeAddress() {}

  /** One of this machine that nobody listens at. */
  public static InetSocketAddress next() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), probe.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

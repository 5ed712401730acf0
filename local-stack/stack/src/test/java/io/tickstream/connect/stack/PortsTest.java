package io.tickstream.connect.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void noPortIsGivenTwice() {
    Set<Integer> ports = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      assertThat(ports.add(Ports.free())).isTrue();
    }
  }

  @Test
  void aPortInUseIsNamedWithItsServer() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = socket.getLocalPort();
      assertThatThrownBy(() -> Ports.claim(port, "Kafka"))
          .isInstanceOf(PortTakenException.class)
          .hasMessage("port " + port + " (Kafka) is in use");
    }
  }

  @Test
  void aPortIsFreeAgainOnceItsServerIsGone() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
      assertThat(Ports.isFree(port)).isFalse();
    }
    assertThat(Ports.claim(port, "Kafka")).isEqualTo(port);
  }
}

package io.tickstream.connect.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quickstart ends cleanly, however it ends. */
class QuickstartIT {
  private static final String READY = "Ready for your own connectors";
  private static final Duration END_LIMIT = Duration.ofSeconds(10);

  @TempDir Path folder;

  @Test
  void nothingIsLeftOfTwoSideBySideWhenOneIsKilledAndOneInterrupted() throws Exception {
    try (QuickstartProcess killed = bare();
        QuickstartProcess interrupted = bare()) {
      killed.awaitOutput(READY);
      interrupted.awaitOutput(READY);
      assertThat(killed.servers()).hasSize(4);
      assertThat(interrupted.servers()).hasSize(4);
      List<ProcessHandle> servers = new ArrayList<>(killed.servers());
      servers.addAll(interrupted.servers());
      List<Integer> ports = new ArrayList<>(killed.ports());
      ports.addAll(interrupted.ports());
      assertThat(ports).hasSize(8).allMatch(QuickstartIT::isListening);

      killed.process().destroyForcibly();
      signal(interrupted, "INT");

      Awaitility.await()
          .atMost(END_LIMIT)
          .until(() -> servers.stream().noneMatch(ProcessHandle::isAlive));
      assertThat(ports).noneMatch(QuickstartIT::isListening);
      assertThat(interrupted.process().waitFor()).isNotZero();
    }
  }

  @Test
  void aPortInUseIsNamedWithTheOptionThatAvoidsIt() throws Exception {
    try (ServerSocket taken = listenOn(9092);
        QuickstartProcess quickstart = QuickstartProcess.start(folder, "--no-connectors")) {
      assertThat(taken.isClosed()).isFalse();
      assertThat(quickstart.awaitExit()).isEqualTo(1);
      assertThat(quickstart.output()).contains("port 9092 (Kafka) is in use", "--ports auto");
    }
  }

  @Test
  void anUnknownConnectorIsAnsweredWithTheKnownOnes() throws Exception {
    try (QuickstartProcess quickstart = QuickstartProcess.start(folder, "--only", "nonesuch")) {
      assertThat(quickstart.awaitExit()).isEqualTo(2);
      assertThat(quickstart.output()).contains("nonesuch", "simulator-trades", "--help");
    }
  }

  private QuickstartProcess bare() throws IOException {
    return QuickstartProcess.start(folder, "--no-connectors", "--ports", "auto");
  }

  /** The port is taken either way: by us, or by whoever listens there already. */
  private static ServerSocket listenOn(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    if (!isListening(port)) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }
    return socket;
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void signal(QuickstartProcess quickstart, String signal) throws Exception {
    String pid = Long.toString(quickstart.process().pid());
    assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor()).isZero();
  }
}

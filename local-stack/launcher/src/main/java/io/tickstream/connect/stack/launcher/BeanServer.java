package io.tickstream.connect.stack.launcher;

import java.io.IOException;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.rmi.server.RMIServerSocketFactory;
import java.util.Map;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXConnectorServerFactory;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnectorServer;

/**
 * The JVM's MBeans over RMI, on loopback only and only once asked for. The address to connect to is
 * written to the file named by {@code tickstream.jmx.file}.
 */
final class BeanServer {
  private BeanServer() {}

  static void open() throws IOException {
    System.setProperty("java.rmi.server.hostname", "127.0.0.1");
    JMXConnectorServer server =
        JMXConnectorServerFactory.newJMXConnectorServer(
            new JMXServiceURL("rmi", "127.0.0.1", 0),
            Map.of(RMIConnectorServer.RMI_SERVER_SOCKET_FACTORY_ATTRIBUTE, new Loopback()),
            ManagementFactory.getPlatformMBeanServer());
    server.start();
    Path file = Path.of(System.getProperty("tickstream.jmx.file"));
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(draft, server.getAddress().toString());
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static final class Loopback implements RMIServerSocketFactory, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
      return new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
    }
  }
}

package io.tickstream.connect.market.feed.stream;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A WebSocket server down to the frames, for what others do not show: pings, pongs, and connections
 * that are cut.
 */
final class BareServer implements AutoCloseable {

  static final int TEXT = 1;
  static final int PING = 9;
  static final int PONG = 10;

  /** A frame of the client's. */
  record Received(int opcode, String payload) {}

  final BlockingQueue<Socket> connections = new LinkedBlockingQueue<>();
  final BlockingQueue<Received> frames = new LinkedBlockingQueue<>();
  private final ServerSocket server;

  /** Whether to answer pings as a living server does. */
  volatile boolean answersPings = true;

  BareServer() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread accepting = new Thread(this::accept, "bare-server");
    accepting.setDaemon(true);
    accepting.start();
  }

  String wsUrl() {
    return "ws://localhost:" + server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread reading = new Thread(() -> serve(socket), "bare-connection");
        reading.setDaemon(true);
        reading.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      shakeHands(in, socket.getOutputStream());
      connections.add(socket);
      while (true) {
        int opcode = in.readUnsignedByte() & 15;
        int length = in.readUnsignedByte() & 127;
        if (length == 126) {
          length = in.readUnsignedShort();
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < payload.length; i++) {
          payload[i] ^= mask[i % 4];
        }
        String text = new String(payload, StandardCharsets.UTF_8);
        frames.add(new Received(opcode, text));
        if (opcode == PING && answersPings) {
          send(socket, PONG, text);
        }
      }
    } catch (IOException | NoSuchAlgorithmException over) {
      // The client is gone; the test sees it by what comes next.
    }
  }

  private static void shakeHands(DataInputStream in, OutputStream out)
      throws IOException, NoSuchAlgorithmException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII), 1);
    String key = "";
    for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
        key = line.substring(line.indexOf(':') + 1).trim();
      }
    }
    byte[] digest =
        MessageDigest.getInstance("SHA-1")
            .digest(
                (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
    out.write(
        ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: "
                + Base64.getEncoder().encodeToString(digest)
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
  }

  static void send(Socket socket, int opcode, String payload) throws IOException {
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[bytes.length + 2];
    frame[0] = (byte) (128 | opcode);
    frame[1] = (byte) bytes.length;
    System.arraycopy(bytes, 0, frame, 2, bytes.length);
    socket.getOutputStream().write(frame);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : connections) {
      socket.close();
    }
  }
}

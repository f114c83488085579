package io.pumphouse.web;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Bytes on a socket: for requests no polite client sends, and for a client that stops reading. */
final class RawClient implements AutoCloseable {
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int SMALL_BUFFER = 4096;

  private final Socket socket = new Socket();
  private final DataInputStream in;

  private RawClient(int port) throws IOException {
    socket.setReceiveBufferSize(SMALL_BUFFER);
    socket.setSoTimeout(10_000);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    this.in = new DataInputStream(socket.getInputStream());
  }

  /** Sends the request with lines ended as HTTP wants them. */
  static RawClient send(RunningServer server, String request) throws IOException {
    RawClient client = new RawClient(server.port);
    client.write(request);
    return client;
  }

  /** Asks for the live socket and reads nothing. */
  static RawClient upgrade(RunningServer server, String headers) throws IOException {
    return upgrade(server, "/ws/live", headers);
  }

  static RawClient upgrade(RunningServer server, String path, String headers) throws IOException {
    return send(server, upgradeTo(path, headers));
  }

  private static String upgradeTo(String path, String headers) {
    return """
        GET %s HTTP/1.1
        Host: 127.0.0.1
        Connection: Upgrade
        Upgrade: websocket
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
        %s
        """
        .formatted(path, headers);
  }

  /** Asks for the live socket on a connection that is open. */
  void sendUpgrade(String headers) throws IOException {
    write(upgradeTo("/ws/live", headers));
  }

  /** Sends these bytes and no more after them. */
  void sendLast(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.shutdownOutput();
  }

  private void write(String request) throws IOException {
    socket
        .getOutputStream()
        .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The answer up to the end of the connection or of what a keep-alive answer sends. */
  String response() throws IOException {
    String head = head();
    int length = head.replaceAll("(?s).*[Cc]ontent-[Ll]ength: (\\d+).*", "$1").length();
    boolean isSized = length < head.length();
    byte[] body =
        isSized
            ? in.readNBytes(
                Integer.parseInt(head.replaceAll("(?s).*[Cc]ontent-[Ll]ength: (\\d+).*", "$1")))
            : in.readAllBytes();
    return head + new String(body, StandardCharsets.UTF_8);
  }

  /** Reads on, frame by frame, to the close frame; its status. */
  int closeStatus() throws IOException {
    byte[] payload = next(CLOSE);
    return (payload[0] & 0xFF) << 8 | (payload[1] & 0xFF);
  }

  /** Reads on to a ping, and does not answer it. */
  void awaitPing() throws IOException {
    next(PING);
  }

  /** What is in the first frame of this kind. */
  private byte[] next(int wanted) throws IOException {
    head();
    while (true) {
      int opcode = in.readUnsignedByte() & 0x0F;
      byte[] payload = in.readNBytes(length(in.readUnsignedByte()));
      if (opcode == wanted) {
        return payload;
      }
    }
  }

  /** Everything the server sends until it ends the connection. */
  String all() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** Reads until the server ends the connection. */
  void readToEnd() throws IOException {
    while (in.read() >= 0) {}
  }

  /** RFC 6455, section 5.2. */
  private int length(int first) throws IOException {
    return switch (first) {
      case 126 -> in.readUnsignedShort();
      case 127 -> Math.toIntExact(in.readLong());
      default -> first;
    };
  }

  /** The status line and the headers. */
  String head() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      head.write(in.readUnsignedByte());
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package io.pumphouse.agent.publish.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A packet that was read, taken apart from its beginning. Confined to one thread. */
final class Incoming {
  /** Nobody has to say more to us: what is beyond is left out. */
  private static final int LONGEST = 65_536;

  private static final String NO_MQTT = "the broker sends what is no MQTT";

  private final int first;
  private final ByteBuffer body;

  private Incoming(int first, ByteBuffer body) {
    this.first = first;
    this.body = body;
  }

  /**
   * Reads the rest of a packet.
   *
   * @param first its first byte
   */
  static Incoming read(int first, InputStream in) throws IOException {
    int length = length(in);
    byte[] body = in.readNBytes(Math.min(length, LONGEST));
    if (body.length + skipped(in, length - body.length) < length) {
      throw new EOFException("the broker hung up");
    }
    return new Incoming(first, ByteBuffer.wrap(body));
  }

  private static int skipped(InputStream in, int bytes) throws IOException {
    int left = bytes;
    while (left > 0 && in.read() >= 0) {
      left--;
    }
    return bytes - left;
  }

  private static int length(InputStream in) throws IOException {
    int length = 0;
    for (int shift = 0; shift <= 21; shift += 7) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the broker hung up");
      }
      length |= (next & 127) << shift;
      if (next < 128) {
        return length;
      }
    }
    throw new IOException(NO_MQTT);
  }

  int type() {
    return first >> 4;
  }

  int flags() {
    return first & 15;
  }

  boolean isAtTheEnd() {
    return !body.hasRemaining();
  }

  int one() throws IOException {
    return after(1).get() & 0xFF;
  }

  int two() throws IOException {
    return after(2).getShort() & 0xFFFF;
  }

  int four() throws IOException {
    return after(4).getInt();
  }

  private ByteBuffer after(int bytes) throws IOException {
    if (body.remaining() < bytes) {
      throw new IOException(NO_MQTT);
    }
    return body;
  }

  /** A number of one to four bytes, as lengths are. */
  int variable() throws IOException {
    int number = 0;
    int shift = 0;
    int next = one();
    while (next >= 128 && shift < 21) {
      number |= (next & 127) << shift;
      shift += 7;
      next = one();
    }
    return number | (next & 127) << shift;
  }

  byte[] binary() throws IOException {
    byte[] bytes = new byte[two()];
    after(bytes.length).get(bytes);
    return bytes;
  }

  String text() throws IOException {
    return new String(binary(), UTF_8);
  }

  void skip(int bytes) throws IOException {
    after(bytes).position(body.position() + bytes);
  }

  /** What is left of it, or the beginning of that. */
  String rest(int most) {
    byte[] bytes = new byte[Math.min(most, body.remaining())];
    body.get(bytes);
    return new String(bytes, UTF_8);
  }
}

package io.pumphouse.agent.store.pack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes numbers in as few bytes as they need: seven bits a byte, lowest first, the high bit says
 * that more follow. Signed ones are folded so that small ones stay small (0, -1, 1, -2, …).
 * Confined to one thread.
 */
public final class Ink {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A number from 0, or any 64 bits taken as unsigned. */
  public void number(long unsigned) {
    long rest = unsigned;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  public void signed(long value) {
    number(fold(value));
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    bytes.writeBytes(utf8);
  }

  public void append(Ink other) {
    bytes.writeBytes(other.toBytes());
  }

  public void bytes(byte[] more) {
    bytes.writeBytes(more);
  }

  public byte[] toBytes() {
    return bytes.toByteArray();
  }

  static long fold(long value) {
    return value << 1 ^ value >> 63;
  }
}

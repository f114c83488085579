package io.pumphouse.agent.blackbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes numbers, seven bits a byte, lowest first; {@link Lens} reads them. One thread. */
final class Pen {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void number(long unsigned) {
    long rest = unsigned;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  /** Small ones stay small, whatever their sign. */
  void signed(long value) {
    number((value << 1) ^ (value >> 63));
  }

  void text(String text) {
    blob(text.getBytes(StandardCharsets.UTF_8));
  }

  void blob(byte[] blob) {
    number(blob.length);
    bytes.writeBytes(blob);
  }

  int size() {
    return bytes.size();
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}

package io.pumphouse.agent.blackbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link Pen} wrote. Running off the end is a {@code BufferUnderflowException}. */
final class Lens {
  private final ByteBuffer bytes;

  Lens(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  boolean isAtTheEnd() {
    return !bytes.hasRemaining();
  }

  long number() {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = bytes.get();
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("a number of more than 64 bits");
  }

  long signed() {
    long folded = number();
    return (folded >>> 1) ^ -(folded & 1);
  }

  String text() {
    return new String(blob(), StandardCharsets.UTF_8);
  }

  byte[] blob() {
    long length = number();
    if (length < 0 || length > bytes.remaining()) {
      throw new IllegalArgumentException("a length of " + length + " runs off the end");
    }
    byte[] blob = new byte[(int) length];
    bytes.get(blob);
    return blob;
  }
}

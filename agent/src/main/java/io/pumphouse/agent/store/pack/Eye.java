package io.pumphouse.agent.store.pack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads what {@link Ink} wrote. Running off the end is a {@code BufferUnderflowException}. Confined
 * to one thread.
 */
public final class Eye {
  /** No block holds more of anything, so a damaged count cannot eat the memory. */
  static final int MOST = 1 << 20;

  private final ByteBuffer bytes;

  public Eye(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  public long number() {
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

  public long signed() {
    return unfold(number());
  }

  /** A number that must not be beyond {@link #MOST}: how many, or which one. */
  public int count() {
    long count = number();
    if (count < 0 || count > MOST) {
      throw new IllegalArgumentException("a count of " + Long.toUnsignedString(count));
    }
    return (int) count;
  }

  String text() {
    byte[] utf8 = new byte[Math.min(count(), bytes.remaining() + 1)];
    bytes.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** How many, then so many of them. */
  <T> List<T> list(Function<Eye, T> item) {
    List<T> items = new ArrayList<>();
    for (int left = count(); left > 0; left--) {
      items.add(item.apply(this));
    }
    return items;
  }

  /** Leaves out what nobody wants to know. */
  public void skip(int count) {
    if (count > bytes.remaining()) {
      throw new IllegalArgumentException("more to skip than there is");
    }
    bytes.position(bytes.position() + count);
  }

  public boolean isAtTheEnd() {
    return !bytes.hasRemaining();
  }

  static long unfold(long folded) {
    return folded >>> 1 ^ -(folded & 1);
  }
}

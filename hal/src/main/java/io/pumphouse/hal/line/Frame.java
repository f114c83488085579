package io.pumphouse.hal.line;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Bytes on a wire, immutable. The one place where signed Java bytes become the unsigned numbers
 * that protocols are written in; the first byte on the wire has index 0.
 */
public final class Frame {
  private static final Frame EMPTY = new Frame(new byte[0]);
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private final byte[] bytes;

  private Frame(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Frame empty() {
    return EMPTY;
  }

  /** A copy of these bytes. */
  public static Frame of(byte[] bytes) {
    return new Frame(bytes.clone());
  }

  /** A copy of the first {@code length} of these bytes. */
  public static Frame of(byte[] bytes, int length) {
    return new Frame(Arrays.copyOf(bytes, length));
  }

  /** A copy of what is left to read in this buffer, which is read out by it. */
  static Frame of(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return new Frame(bytes);
  }

  /** These numbers as bytes; each must be 0 to 255. */
  public static Frame of(int... unsigned) {
    byte[] bytes = new byte[unsigned.length];
    for (int i = 0; i < unsigned.length; i++) {
      if (unsigned[i] < 0 || unsigned[i] > 0xFF) {
        throw new IllegalArgumentException(unsigned[i] + " is not a byte");
      }
      bytes[i] = (byte) unsigned[i];
    }
    return new Frame(bytes);
  }

  /** Reads {@code "01 03 00 03"}. */
  public static Frame hex(String text) {
    return new Frame(HEX.parseHex(text.strip().toUpperCase(Locale.ROOT)));
  }

  public int length() {
    return bytes.length;
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** The byte at this index, 0 to 255. */
  public int at(int index) {
    return Byte.toUnsignedInt(bytes[index]);
  }

  /** The 16-bit number at this index, high byte first, 0 to 65535. */
  public int u16(int index) {
    return at(index) << 8 | at(index + 1);
  }

  /** The bytes from this index (inclusive) to that one (exclusive). */
  public Frame slice(int from, int to) {
    if (from == 0 && to == bytes.length) {
      return this;
    }
    return from == to ? EMPTY : new Frame(Arrays.copyOfRange(bytes, from, to));
  }

  /** These bytes followed by those. */
  public Frame plus(Frame tail) {
    if (isEmpty() || tail.isEmpty()) {
      return isEmpty() ? tail : this;
    }
    byte[] joined = Arrays.copyOf(bytes, bytes.length + tail.bytes.length);
    System.arraycopy(tail.bytes, 0, joined, bytes.length, tail.bytes.length);
    return new Frame(joined);
  }

  /** A copy, for libraries that want an array. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** Puts all bytes into this buffer. */
  void putInto(ByteBuffer buffer) {
    buffer.put(bytes);
  }

  /** Copies so many of the first bytes to the start of this array. */
  void copyTo(byte[] target, int length) {
    System.arraycopy(bytes, 0, target, 0, length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frame frame && Arrays.equals(bytes, frame.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Hexadecimal, as in a manual: {@code 01 03 00 03 00 01 74 0A}. */
  @Override
  public String toString() {
    return HEX.formatHex(bytes);
  }
}

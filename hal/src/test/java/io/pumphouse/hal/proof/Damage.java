package io.pumphouse.hal.proof;

import io.pumphouse.hal.line.Frame;
import java.util.Random;

/** What noise does to the bytes of one frame. Confined to one thread. */
final class Damage {
  private static final int MOST_FLIPS = 16;
  private static final int MOST_NOISE = 8;

  private final Random random;

  Damage(Random random) {
    this.random = random;
  }

  /** The same length, with 1 to 16 bits the other way round, here and there. */
  Frame flipped(Frame frame) {
    byte[] bytes = frame.toBytes();
    for (int flips = 1 + random.nextInt(MOST_FLIPS); flips > 0; flips--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    return Frame.of(bytes);
  }

  /** At least its first byte, and never all of it. */
  Frame cutShort(Frame frame) {
    return frame.length() == 1 ? frame : frame.slice(0, 1 + random.nextInt(frame.length() - 1));
  }

  /** The one or the other. */
  Frame either(Frame frame) {
    return random.nextBoolean() ? flipped(frame) : cutShort(frame);
  }

  /** A few bytes of nothing. */
  Frame noise() {
    byte[] bytes = new byte[1 + random.nextInt(MOST_NOISE)];
    random.nextBytes(bytes);
    return Frame.of(bytes);
  }
}

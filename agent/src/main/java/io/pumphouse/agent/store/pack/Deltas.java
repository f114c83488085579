package io.pumphouse.agent.store.pack;

/**
 * The values of one series as steps from each to the next, from zero. An even token is a run of
 * steps of zero, an odd one a step; 1 by itself announces a step too wide for a token. Steps wrap
 * around, so that any 64 bits survive.
 */
public final class Deltas {
  private static final int WIDE = 1;

  private Deltas() {}

  public static void write(Ink ink, Longs values) {
    long last = 0;
    int still = 0;
    for (int i = 0; i < values.size(); i++) {
      long value = values.get(i);
      if (value == last) {
        still++;
        continue;
      }
      writeStill(ink, still);
      still = 0;
      writeStep(ink, value - last);
      last = value;
    }
    writeStill(ink, still);
  }

  public static long[] read(Eye eye, int count) {
    long[] values = new long[count];
    long last = 0;
    int at = 0;
    while (at < count) {
      long token = eye.number();
      long repeats = 1;
      if ((token & 1) == 0) {
        repeats = (token >>> 1) + 1;
      } else {
        last += token == WIDE ? eye.signed() : Eye.unfold(token >>> 1);
      }
      if (repeats > count - at) {
        throw new IllegalArgumentException("a run beyond the last value");
      }
      for (long i = 0; i < repeats; i++) {
        values[at++] = last;
      }
    }
    return values;
  }

  private static void writeStill(Ink ink, int repeats) {
    if (repeats > 0) {
      ink.number((long) (repeats - 1) << 1);
    }
  }

  private static void writeStep(Ink ink, long step) {
    long folded = Ink.fold(step);
    if (folded < 0) {
      ink.number(WIDE);
      ink.number(folded);
    } else {
      ink.number(folded << 1 | 1);
    }
  }
}

package io.pumphouse.hal.line;

import io.pumphouse.hal.reading.Sign;
import io.pumphouse.hal.reading.Signs;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The signs seen last, so that an old fault is not told for ever. Not thread-safe. */
final class Recent {
  static final int MOST = 1_000;

  /** A fault that has not come back for so long is over. */
  static final Duration AGE = Duration.ofHours(1);

  private final Sign[] signs = new Sign[MOST];
  private final int[] seconds = new int[MOST];
  private int kept;
  private int next;

  void add(Sign sign, long nowNanos) {
    signs[next] = sign;
    seconds[next] = second(nowNanos);
    next = (next + 1) % MOST;
    kept = Math.min(kept + 1, MOST);
  }

  private static int second(long nanos) {
    return (int) (nanos / 1_000_000_000);
  }

  /** How often each was seen among the newest of the last hour, at most so many. */
  Signs newest(int most, long nowNanos) {
    Map<Sign, Long> counts = new EnumMap<>(Sign.class);
    int oldest = second(nowNanos) - (int) AGE.toSeconds();
    for (int back = 1; back <= Math.min(most, kept); back++) {
      int at = (next - back + MOST) % MOST;
      if (seconds[at] < oldest) {
        break;
      }
      counts.merge(signs[at], 1L, Long::sum);
    }
    return new Signs(counts);
  }
}

package io.pumphouse.hal.line;

import io.pumphouse.hal.reading.Signs;
import java.time.Duration;

/**
 * What is known when a line is judged for one unit on it. Immutable.
 *
 * @param wiring what kind of line
 * @param unit whom it is judged for
 * @param now the unit's newest signs, at most {@link #NOW}
 * @param recent the unit's signs of the last hour, at most {@link Recent#MOST}
 * @param overheard signs of others on the line in the last hour
 * @param hasAnswered whether the unit has given one believable answer since the agent started
 * @param doOthersAnswer whether another unit on the line answers now
 * @param foreigner who answered in its place the last time somebody did
 * @param waited how long it was last waited for in vain; zero if never
 * @param latest how long after its question the latest of its late answers came; zero if none did
 */
record Evidence(
    Wiring wiring,
    int unit,
    Signs now,
    Signs recent,
    Signs overheard,
    boolean hasAnswered,
    boolean doOthersAnswer,
    int foreigner,
    Duration waited,
    Duration latest) {
  /** So many questions tell how it is now. */
  static final int NOW = 20;

  /** Whether it is the only one on a wire of its own, as a Rego or an H1 is: they have no unit. */
  boolean isAlone() {
    return isSerial() && unit == 0;
  }

  /** Who is meant, in words. */
  String whom() {
    return isAlone() ? "the pump" : "unit " + unit;
  }

  /** Whether bytes go over a serial wire somewhere, where noise can damage them. */
  boolean isSerial() {
    return switch (wiring) {
      case Wiring.Serial _, Wiring.RtuOverTcp _ -> true;
      case Wiring.Tcp _, Wiring.Http _ -> false;
    };
  }
}

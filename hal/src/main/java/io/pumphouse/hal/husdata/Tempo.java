package io.pumphouse.hal.husdata;

import io.pumphouse.hal.map.RegisterMap;
import java.time.Duration;

/**
 * How long things take on the gateway's port, which is 19200 baud, eight data bits, no parity, one
 * stop bit, and nothing else.
 *
 * <p>Nothing marks the end of a full update but silence. Its length is not known either: a gateway
 * leaves out what its pump does not have, and knows numbers that the map has not.
 *
 * @param answerWithin how long the first line may take
 * @param update how long all lines of the map take on the wire
 * @param pause the least time between an update and the next command
 * @param quiet silence that ends an update
 */
record Tempo(Duration answerWithin, Duration update, Duration pause, Duration quiet) {
  /** Longer than the gateway needs between two lines. */
  private static final Duration QUIET = Duration.ofMillis(300);

  private static final int BAUD = 19_200;
  private static final int BITS_PER_BYTE = 10;

  /** What a line with its label comes to: {@code XR010701B8 107 Heating setpoint (44.0c)}. */
  private static final int LINE_BYTES = 48;

  static Tempo of(RegisterMap map) {
    return new Tempo(
        map.model().answerWithin(),
        onWire(map.registers().size() * LINE_BYTES),
        map.model().pause(),
        QUIET);
  }

  /** What one full update is reckoned to cost. */
  Duration reckoned() {
    return answerWithin.plus(update).plus(quiet).plus(pause);
  }

  /** When an update is given up that goes on and on. */
  Duration longest() {
    return answerWithin.plus(update.multipliedBy(2)).plus(quiet);
  }

  private static Duration onWire(int bytes) {
    return Duration.ofSeconds((long) bytes * BITS_PER_BYTE).dividedBy(BAUD);
  }
}

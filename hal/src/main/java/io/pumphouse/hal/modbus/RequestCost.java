package io.pumphouse.hal.modbus;

import io.pumphouse.hal.reading.Space;
import java.time.Duration;

/**
 * How long one read keeps its line busy: question on the wire, turnaround of the device, answer on
 * the wire, and the silence after it. Never less for more addresses, which {@link ReadPlan} relies
 * on.
 *
 * @param framing decides how many bytes stand around a message
 * @param timing time per byte and the silence to keep
 * @param turnaround from the end of the question to the start of the answer
 */
record RequestCost(Framing framing, Timing timing, Duration turnaround) {
  /** Function, address, count (Modbus application protocol, section 6.1). */
  private static final int QUESTION = 5;

  private static final long SECOND = 1_000_000_000;

  /** Function and byte count. */
  private static final int ANSWER_HEAD = 2;

  /** The cost of reading so many addresses of this space, in nanoseconds. */
  long nanos(Space space, int count) {
    return nanos(space, count, Manners.usual(timing));
  }

  /** The same for registers of a LOG.SET. */
  long nanosListed(Space space, int count) {
    return nanos(space, count, Manners.listed(timing));
  }

  private long nanos(Space space, int count, Manners manners) {
    long busy =
        timing.onWire(bytes(space, count)).plus(turnaround).plus(manners.spacing()).toNanos();
    return Math.max(busy, rationed(space, count));
  }

  /** A request uses up its share of a second in which only so many registers may be asked for. */
  private long rationed(Space space, int count) {
    int limit = timing.registersPerSecond();
    return limit == 0 || space.isBits() ? 0 : SECOND * count / limit;
  }

  /** How much of the time from sending a question to having its answer the wire itself took. */
  Duration onWire(Question.Read read) {
    return timing.onWire(bytes(read.space(), read.count()));
  }

  private int bytes(Space space, int count) {
    int values = space.isBits() ? (count + 7) / 8 : 2 * count;
    return 2 * envelope() + QUESTION + ANSWER_HEAD + values;
  }

  private int envelope() {
    return switch (framing) {
      case RTU -> 3; // unit, checksum
      case TCP -> 7; // the MBAP header
    };
  }
}

package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.Model;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;

/**
 * How long things take on one bus. All units on the bus share it, so it must suit the slowest.
 *
 * <p>On RTU an answer carries no number, so one that comes late looks like the answer to the next
 * question. After a fault the bus therefore asks nothing until the line has been silent for {@code
 * quiet}. This holds for every answer that begins within {@code answerWithin + quiet} of the end of
 * its question, by default twice {@code answerWithin}. One later than that cannot be told from a
 * timely answer to the next question, if that question has the same shape: a unit with such answers
 * needs a longer {@code answerWithin}. Nor can an answer that is sent twice, the second time later
 * than the silence kept after the first.
 *
 * @param answerWithin how long a unit may take from the end of a question to the start of its
 *     answer
 * @param quiet how long the line must have been silent after a fault before the next question (RTU)
 * @param gap the least silence between two frames: the 3.5 characters of RTU
 * @param pause the least time the slowest unit wants between an answer and the next question
 * @param perByte how long one byte takes on the wire; zero where it does not matter
 * @param registersPerSecond how many registers may be asked for in any second; 0 without limit
 */
public record Timing(
    Duration answerWithin,
    Duration quiet,
    Duration gap,
    Duration pause,
    Duration perByte,
    int registersPerSecond) {
  /** Silence kept in a tunnelled RTU line, where the serial server keeps the true gap itself. */
  private static final Duration TUNNEL_GAP = Duration.ofMillis(5);

  /** Above this speed the gap is fixed (Modbus over serial line V1.02, section 2.5.1.1). */
  private static final int FIXED_GAP_ABOVE_BAUD = 19_200;

  private static final Comparator<Duration> LONGEST = Comparator.naturalOrder();

  private static final Duration FIXED_GAP = Duration.ofNanos(1_750_000);

  public Timing {
    if (!answerWithin.isPositive()) {
      throw new IllegalArgumentException("answers need time: " + answerWithin);
    }
    if (quiet.isNegative() || gap.isNegative() || pause.isNegative() || perByte.isNegative()) {
      throw new IllegalArgumentException("quiet, gap, pause and time per byte are never negative");
    }
    if (registersPerSecond < 0) {
      throw new IllegalArgumentException("registers per second: " + registersPerSecond);
    }
  }

  /** Without a limit on registers. */
  public Timing(
      Duration answerWithin, Duration quiet, Duration gap, Duration pause, Duration perByte) {
    this(answerWithin, quiet, gap, pause, perByte, 0);
  }

  /** What this wiring calls for, without a limit on registers. */
  public static Timing of(Wiring wiring, Duration answerWithin, Duration pause) {
    return of(wiring, answerWithin, pause, 0);
  }

  private static Timing of(
      Wiring wiring, Duration answerWithin, Duration pause, int registersPerSecond) {
    Duration none = Duration.ZERO;
    return switch (wiring) {
      case Wiring.Serial serial ->
          new Timing(
              answerWithin, answerWithin, gap(serial), pause, perByte(serial), registersPerSecond);
      case Wiring.RtuOverTcp _ ->
          new Timing(answerWithin, answerWithin, TUNNEL_GAP, pause, none, registersPerSecond);
      case Wiring.Tcp _ -> new Timing(answerWithin, none, none, pause, none, registersPerSecond);
      case Wiring.Http _ -> throw new IllegalArgumentException(wiring.name() + ": no Modbus there");
    };
  }

  /** What this wiring and the slowest of these models call for. */
  public static Timing of(Wiring wiring, Collection<Model> models) {
    return of(wiring, models.stream().map(Model::answerWithin).max(LONGEST).orElseThrow(), models);
  }

  /** The same, with another bound for answers. */
  public static Timing of(Wiring wiring, Duration answerWithin, Collection<Model> models) {
    return of(
        wiring,
        answerWithin,
        models.stream().map(Model::pause).max(LONGEST).orElseThrow(),
        models.stream()
            .mapToInt(Model::registersPerSecond)
            .filter(limit -> limit > 0)
            .min()
            .orElse(0));
  }

  private static Duration perByte(Wiring.Serial serial) {
    return Duration.ofSeconds(serial.bitsPerByte()).dividedBy(serial.baud());
  }

  private static Duration gap(Wiring.Serial serial) {
    return serial.baud() > FIXED_GAP_ABOVE_BAUD
        ? FIXED_GAP
        : perByte(serial).multipliedBy(7).dividedBy(2);
  }

  /** How long this many bytes take on the wire. */
  Duration onWire(int bytes) {
    return perByte.multipliedBy(bytes);
  }

  /** The silence to keep after a good answer. */
  Duration spacing() {
    return gap.compareTo(pause) > 0 ? gap : pause;
  }
}

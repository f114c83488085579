package io.pumphouse.hal.line;

import static io.pumphouse.hal.reading.Sign.CHECKSUM;
import static io.pumphouse.hal.reading.Sign.FOREIGN;
import static io.pumphouse.hal.reading.Sign.GOOD;
import static io.pumphouse.hal.reading.Sign.LATE;
import static io.pumphouse.hal.reading.Sign.NOISE;
import static io.pumphouse.hal.reading.Sign.REFUSED;
import static io.pumphouse.hal.reading.Sign.SHORT;
import static io.pumphouse.hal.reading.Sign.STRANGER;

import java.time.Duration;

/**
 * What a pattern of faults means, in words, and what a technician does about it. Immutable.
 *
 * @param words what was seen, and what that points to
 * @param next what to do
 */
record Remedy(String words, String next) {
  /** What a wire to one pump alone can suffer from; there is nothing to swap or to terminate. */
  private static final String SERVICE_PORT =
      "check that the port is set to 19200 baud, 8N1, signal ground, and the level shifter or"
          + " adapter";

  private static final String NEVER_HEARD =
      "check that pump or gateway is on, that TxD and RxD are not swapped, and that this is its"
          + " port";

  /** What this rule says of a line that it fits. */
  static Remedy of(LineRule rule, Evidence line) {
    return line.wiring() instanceof Wiring.Http ? GatewayRemedy.of(rule, line) : ofWire(rule, line);
  }

  private static Remedy ofWire(LineRule rule, Evidence line) {
    return switch (rule) {
      case ONLY_GARBAGE -> onlyGarbage(line);
      case WRONG_PARITY -> wrongParity(line);
      case MISSING_TERMINATION -> missingTermination(line);
      case TWO_MASTERS -> twoMasters(line);
      case WRONG_UNIT -> wrongUnit(line);
      case NOBODY_THERE -> nobodyThere(line);
      case BEHIND_GATEWAY -> behindGateway(line);
      case TOO_SLOW -> tooSlow(line);
    };
  }

  private static Remedy onlyGarbage(Evidence line) {
    if (line.isAlone()) {
      return new Remedy(
          "only garbage is heard, never an answer: the baud rate is wrong, or signal ground is"
              + " missing",
          SERVICE_PORT);
    }
    return switch (line.wiring()) {
      case Wiring.Serial _ ->
          new Remedy(
              "only garbage is heard, never a frame: A and B are swapped, or the baud rate is"
                  + " wrong",
              "swap A and B; if that does not help, try the other baud rates (pumphouse scan)");
      case Wiring.RtuOverTcp _ ->
          new Remedy(
              "only garbage comes out of the serial server: its baud rate is wrong, or A and B"
                  + " are swapped",
              "check baud, parity and stop bits set in the serial server, then swap A and B");
      case Wiring.Tcp _, Wiring.Http _ ->
          new Remedy(
              "bytes come, but they are not Modbus TCP",
              "check the port; a transparent serial server needs rtu-over-tcp: in the"
                  + " configuration");
    };
  }

  private static Remedy wrongParity(Evidence line) {
    if (line.isAlone()) {
      return new Remedy("every answer is damaged or breaks off", SERVICE_PORT);
    }
    return new Remedy(
        "every answer has the right beginning and is damaged: parity or stop bits are wrong",
        "set parity as the pump's manual says (none, even or odd), then check stop bits and"
            + " baud");
  }

  private static Remedy missingTermination(Evidence line) {
    return new Remedy(
        "%d of the last %d answers were damaged, the others are good: %s"
            .formatted(
                line.recent().of(SHORT, CHECKSUM, NOISE),
                line.recent().of(GOOD, REFUSED, SHORT, CHECKSUM, NOISE),
                line.isAlone() ? "interference" : "reflections or interference"),
        line.isAlone()
            ? "shorten the cable, keep it away from mains cables, connect signal ground, and check"
                + " the level shifter or adapter"
            : "put 120 ohm between A and B at both ends of the cable and nowhere else, keep it away"
                + " from mains cables, connect signal ground");
  }

  private static Remedy twoMasters(Evidence line) {
    return new Remedy(
        "%d frames of somebody else's conversation were heard: another master is on this line"
            .formatted(line.overheard().of(STRANGER) + line.recent().of(FOREIGN)),
        "a Modbus line has one master: take the other one off, or let it ask through a gateway");
  }

  private static Remedy wrongUnit(Evidence line) {
    if (line.now().of(FOREIGN) > 0) {
      return new Remedy(
          "unit %d was asked and unit %d answers".formatted(line.unit(), line.foreigner()),
          "set unit: %d in the configuration, or the pump to %d"
              .formatted(line.foreigner(), line.unit()));
    }
    String also = line.doOthersAnswer() ? ", while others on this line answer" : "";
    return new Remedy(
        line.whom() + " has never answered" + also,
        line.isAlone()
            ? NEVER_HEARD
            : "check the unit number in the pump's menu, that its Modbus is enabled, then "
                + (line.isSerial()
                    ? "baud and parity, and A and B (pumphouse scan tries them)"
                    : "that no other program uses its connections up"));
  }

  private static Remedy nobodyThere(Evidence line) {
    return new Remedy(
        line.whom() + " answered before and is silent now",
        line.isSerial()
            ? "check that the pump is on and that the cable sits at both ends"
            : "check that the pump is on and that its Modbus is still enabled");
  }

  private static Remedy behindGateway(Evidence line) {
    return new Remedy(
        "the gateway answers that it cannot reach unit %d (exceptions 10, 11)"
            .formatted(line.unit()),
        "check the gateway's own serial side: unit, baud, parity, A and B, and its timeout");
  }

  private static Remedy tooSlow(Evidence line) {
    return new Remedy(
        "%d answers came too late%s"
            .formatted(
                line.recent().of(LATE),
                line.latest().isZero() ? "" : ", up to " + millis(line.latest())),
        "set answer-within: %s at line: in the configuration, or have other programs ask less"
            .formatted(millis(enough(line))));
  }

  /**
   * The latest answer with a half to spare; if none was seen whole, twice of what was not enough.
   */
  private static Duration enough(Evidence line) {
    Duration seen = line.latest().multipliedBy(3).dividedBy(2);
    Duration guess = line.waited().multipliedBy(2);
    Duration wanted = line.latest().isZero() ? guess : seen;
    long tenths = (wanted.toMillis() + 99) / 100;
    return Duration.ofMillis(Math.max(1, tenths) * 100);
  }

  private static String millis(Duration time) {
    return time.toMillis() + "ms";
  }
}

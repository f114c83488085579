package io.pumphouse.hal.line;

import static io.pumphouse.hal.reading.Sign.CHECKSUM;
import static io.pumphouse.hal.reading.Sign.FOREIGN;
import static io.pumphouse.hal.reading.Sign.GOOD;
import static io.pumphouse.hal.reading.Sign.LATE;
import static io.pumphouse.hal.reading.Sign.NOISE;
import static io.pumphouse.hal.reading.Sign.REFUSED;
import static io.pumphouse.hal.reading.Sign.SHORT;
import static io.pumphouse.hal.reading.Sign.STRANGER;
import static io.pumphouse.hal.reading.Sign.TIMEOUT;
import static io.pumphouse.hal.reading.Sign.UNREACHABLE;

import io.pumphouse.hal.reading.Advice;
import io.pumphouse.hal.reading.Signs;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Patterns of faults and what each points to. A rule judges only evidence: the same faults give the
 * same advice, on any line.
 */
enum LineRule {
  /** Bytes come, and next to none of them makes a frame. */
  ONLY_GARBAGE {
    @Override
    boolean fits(Evidence line) {
      return isOnlyDamaged(line.now()) && line.now().of(NOISE) > line.now().of(SHORT, CHECKSUM);
    }

    @Override
    Advice advice(Evidence line) {
      if (line.isAlone()) {
        return advice(
            "only garbage is heard, never an answer: the baud rate is wrong, or signal ground is"
                + " missing",
            SERVICE_PORT);
      }
      return switch (line.wiring()) {
        case Wiring.Serial _ ->
            advice(
                "only garbage is heard, never a frame: A and B are swapped, or the baud rate is"
                    + " wrong",
                "swap A and B; if that does not help, try the other baud rates (pumphouse scan)");
        case Wiring.RtuOverTcp _ ->
            advice(
                "only garbage comes out of the serial server: its baud rate is wrong, or A and B"
                    + " are swapped",
                "check baud, parity and stop bits set in the serial server, then swap A and B");
        case Wiring.Tcp _ ->
            advice(
                "bytes come, but they are not Modbus TCP",
                "check the port; a transparent serial server needs rtu-over-tcp: in the"
                    + " configuration");
      };
    }
  },

  /** Frames come that look right and are wrong, all of them. */
  WRONG_PARITY {
    @Override
    boolean fits(Evidence line) {
      return line.isSerial()
          && isOnlyDamaged(line.now())
          && line.now().of(SHORT, CHECKSUM) >= line.now().of(NOISE);
    }

    @Override
    Advice advice(Evidence line) {
      if (line.isAlone()) {
        return advice("every answer is damaged or breaks off", SERVICE_PORT);
      }
      return advice(
          "every answer has the right beginning and is damaged: parity or stop bits are wrong",
          "set parity as the pump's manual says (none, even or odd), then check stop bits and"
              + " baud");
    }
  },

  /** Most answers are good, some are damaged. */
  MISSING_TERMINATION {
    @Override
    boolean fits(Evidence line) {
      return line.isSerial()
          && line.now().of(GOOD) > 0
          && line.recent().of(SHORT, CHECKSUM, NOISE) >= A_FEW
          && !TWO_MASTERS.fits(line);
    }

    @Override
    Advice advice(Evidence line) {
      return advice(
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
  },

  /** Somebody else talks on the line. */
  TWO_MASTERS {
    @Override
    boolean fits(Evidence line) {
      return line.overheard().of(STRANGER) >= A_FEW
          || (line.recent().of(FOREIGN) >= A_FEW && line.now().of(GOOD) > 0);
    }

    @Override
    Advice advice(Evidence line) {
      return advice(
          "%d frames of somebody else's conversation were heard: another master is on this line"
              .formatted(line.overheard().of(STRANGER) + line.recent().of(FOREIGN)),
          "a Modbus line has one master: take the other one off, or let it ask through a gateway");
    }
  },

  /** Another unit answers in its place, or it has never said a word on a line that works. */
  WRONG_UNIT {
    @Override
    boolean fits(Evidence line) {
      boolean isAnsweredByAnother =
          line.now().of(GOOD) == 0 && line.now().of(FOREIGN) >= A_FEW && !TWO_MASTERS.fits(line);
      return isAnsweredByAnother || (isOnlySilent(line.now()) && !line.hasAnswered());
    }

    @Override
    Advice advice(Evidence line) {
      if (line.now().of(FOREIGN) > 0) {
        return advice(
            "unit %d was asked and unit %d answers".formatted(line.unit(), line.foreigner()),
            "set unit: %d in the configuration, or the pump to %d"
                .formatted(line.foreigner(), line.unit()));
      }
      String also = line.doOthersAnswer() ? ", while others on this line answer" : "";
      return advice(
          line.whom() + " has never answered" + also,
          line.isAlone()
              ? NEVER_HEARD
              : "check the unit number in the pump's menu, that its Modbus is enabled, then "
                  + (line.isSerial()
                      ? "baud and parity, and A and B (pumphouse scan tries them)"
                      : "that no other program uses its connections up"));
    }
  },

  /** It used to answer and is silent now. */
  NOBODY_THERE {
    @Override
    boolean fits(Evidence line) {
      return isOnlySilent(line.now()) && line.hasAnswered();
    }

    @Override
    Advice advice(Evidence line) {
      return advice(
          line.whom() + " answered before and is silent now",
          line.isSerial()
              ? "check that the pump is on and that the cable sits at both ends"
              : "check that the pump is on and that its Modbus is still enabled");
    }
  },

  /** A gateway answers for a pump that it cannot reach. */
  BEHIND_GATEWAY {
    @Override
    boolean fits(Evidence line) {
      return line.now().of(UNREACHABLE) >= A_FEW;
    }

    @Override
    Advice advice(Evidence line) {
      return advice(
          "the gateway answers that it cannot reach unit %d (exceptions 10, 11)"
              .formatted(line.unit()),
          "check the gateway's own serial side: unit, baud, parity, A and B, and its timeout");
    }
  },

  /** Answers come after they were given up. */
  TOO_SLOW {
    @Override
    boolean fits(Evidence line) {
      return line.recent().of(LATE) >= A_FEW;
    }

    @Override
    Advice advice(Evidence line) {
      return advice(
          "%d answers came too late%s"
              .formatted(
                  line.recent().of(LATE),
                  line.latest().isZero() ? "" : ", up to " + millis(line.latest())),
          "set answer-within: %s at line: in the configuration, or have other programs ask less"
              .formatted(millis(enough(line))));
    }
  };

  /** What a wire to one pump alone can suffer from; there is nothing to swap or to terminate. */
  private static final String SERVICE_PORT =
      "check that the port is set to 19200 baud, 8N1, signal ground, and the level shifter or"
          + " adapter";

  private static final String NEVER_HEARD =
      "check that pump or gateway is on, that TxD and RxD are not swapped, and that this is its"
          + " port";

  /** Fewer than this may be chance. */
  static final int A_FEW = 3;

  /** So many questions in a row without one good answer are no chance any more. */
  static final int ENOUGH = 5;

  abstract boolean fits(Evidence line);

  abstract Advice advice(Evidence line);

  /** What this evidence points to, the most telling first; nothing on a healthy line. */
  static List<Advice> all(Evidence line) {
    return Arrays.stream(values())
        .filter(rule -> rule.fits(line))
        .map(rule -> rule.advice(line))
        .toList();
  }

  /** The public name of the rule. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Advice advice(String words, String next) {
    return new Advice(word(), words, next);
  }

  private static boolean isOnlyDamaged(Signs now) {
    return now.of(GOOD, REFUSED, UNREACHABLE, FOREIGN) == 0
        && now.of(SHORT, CHECKSUM, NOISE) >= ENOUGH;
  }

  private static boolean isOnlySilent(Signs now) {
    return now.of(TIMEOUT) >= ENOUGH && now.of(TIMEOUT) == now.total();
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

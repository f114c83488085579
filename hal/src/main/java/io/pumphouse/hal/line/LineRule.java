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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Patterns of faults that point to one cause each; {@link Remedy} says which. A rule judges only
 * evidence: the same faults give the same advice, on any line.
 */
enum LineRule {
  /** Bytes come, and next to none of them makes a frame. */
  ONLY_GARBAGE {
    @Override
    boolean fits(Evidence line) {
      return isOnlyDamaged(line.now()) && line.now().of(NOISE) > line.now().of(SHORT, CHECKSUM);
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
  },

  /** Somebody else talks on the line. */
  TWO_MASTERS {
    @Override
    boolean fits(Evidence line) {
      return line.overheard().of(STRANGER) >= A_FEW
          || (line.recent().of(FOREIGN) >= A_FEW && line.now().of(GOOD) > 0);
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
  },

  /** It used to answer and is silent now. */
  NOBODY_THERE {
    @Override
    boolean fits(Evidence line) {
      return isOnlySilent(line.now()) && line.hasAnswered();
    }
  },

  /** A gateway answers for a pump that it cannot reach. */
  BEHIND_GATEWAY {
    @Override
    boolean fits(Evidence line) {
      return line.now().of(UNREACHABLE) >= A_FEW;
    }
  },

  /** Answers come after they were given up. */
  TOO_SLOW {
    @Override
    boolean fits(Evidence line) {
      return line.recent().of(LATE) >= A_FEW;
    }
  };

  /** Fewer than this may be chance. */
  static final int A_FEW = 3;

  /** So many questions in a row without one good answer are no chance any more. */
  static final int ENOUGH = 5;

  abstract boolean fits(Evidence line);

  /** What this evidence points to, the most telling first; nothing on a healthy line. */
  static List<Advice> all(Evidence line) {
    return Arrays.stream(values())
        .filter(rule -> rule.fits(line))
        .map(rule -> rule.advice(line))
        .toList();
  }

  private Advice advice(Evidence line) {
    Remedy remedy = Remedy.of(this, line);
    return new Advice(word(), remedy.words(), remedy.next());
  }

  /** The public name of the rule. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static boolean isOnlyDamaged(Signs now) {
    return now.of(GOOD, REFUSED, UNREACHABLE, FOREIGN) == 0
        && now.of(SHORT, CHECKSUM, NOISE) >= ENOUGH;
  }

  private static boolean isOnlySilent(Signs now) {
    return now.of(TIMEOUT) >= ENOUGH && now.of(TIMEOUT) == now.total();
  }
}

package io.pumphouse.hal.line;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Latency;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Sign;
import io.pumphouse.hal.reading.Signs;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is counted of one unit. Not thread-safe. */
final class Tally {
  private final Map<Sign, Long> signs = new EnumMap<>(Sign.class);
  private final long[] latencies = new long[Latency.STEPS];
  private final Map<Integer, Long> refusals = new TreeMap<>();
  private final Recent recent = new Recent();
  private long asked;
  private long bytesSent;
  private long bytesHeard;
  private Duration longest = Duration.ZERO;
  private Duration waited = Duration.ZERO;
  private Duration latest = Duration.ZERO;
  private Optional<Moment> lastGood = Optional.empty();
  private Optional<Moment> unanswered = Optional.empty();
  private int foreigner;

  void note(Transaction transaction, Moment now) {
    if (!transaction.sent().isEmpty()) {
      asked++;
    }
    bytesSent += transaction.sent().length();
    bytesHeard += transaction.heard().length();
    switch (transaction.ending()) {
      case Ending.Good _ -> {
        sign(Sign.GOOD, now);
        answered(transaction.took());
        lastGood = Optional.of(now);
      }
      case Ending.Bad(Fault fault) -> {
        sign(sign(fault), now);
        note(fault, transaction);
      }
    }
  }

  private void note(Fault fault, Transaction transaction) {
    switch (fault) {
      case Fault.Refused(int code) -> {
        refusals.merge(code, 1L, Long::sum);
        answered(transaction.took());
      }
      case Fault.NoAnswer(Duration howLong) -> {
        waited = howLong;
        unanswered = Optional.of(transaction.asked());
      }
      case Fault.Foreign(int unit) -> foreigner = unit;
      case Fault.Garbled _,
          Fault.Late _,
          Fault.Unmentioned _,
          Fault.Implausible _,
          Fault.LineDown _,
          Fault.Quarantined _ -> {}
    }
  }

  private static Sign sign(Fault fault) {
    return switch (fault) {
      case Fault.NoAnswer _ -> Sign.TIMEOUT;
      case Fault.Refused(int code) -> code == 10 || code == 11 ? Sign.UNREACHABLE : Sign.REFUSED;
      case Fault.Garbled(var damage, _) ->
          switch (damage) {
            case SHORT -> Sign.SHORT;
            case CHECKSUM -> Sign.CHECKSUM;
            case NOISE -> Sign.NOISE;
          };
      case Fault.Late _ -> Sign.LATE;
      case Fault.Foreign _ -> Sign.FOREIGN;
      case Fault.LineDown _ -> Sign.DOWN;
      // Faults of a register, not of a line: something believable came.
      case Fault.Unmentioned _, Fault.Implausible _, Fault.Quarantined _ -> Sign.GOOD;
    };
  }

  private void answered(Duration took) {
    latencies[Latency.step(took)]++;
    longest = longer(longest, took);
  }

  private void sign(Sign sign, Moment now) {
    signs.merge(sign, 1L, Long::sum);
    recent.add(sign, now.sinceBoot().toNanos());
  }

  /** An answer came after it was given up. */
  void late(Moment now) {
    sign(Sign.LATE, now);
    unanswered.ifPresent(since -> latest = longer(latest, since.ageAt(now)));
    unanswered = Optional.empty();
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  long asked() {
    return asked;
  }

  long bytesSent() {
    return bytesSent;
  }

  long bytesHeard() {
    return bytesHeard;
  }

  Signs signs() {
    return new Signs(signs);
  }

  Map<Integer, Long> refusals() {
    return refusals;
  }

  Latency latency() {
    return new Latency(Arrays.stream(latencies).boxed().toList(), longest);
  }

  Recent recent() {
    return recent;
  }

  /** When it last gave a believable answer. */
  Optional<Moment> lastGood() {
    return lastGood;
  }

  /** How long was waited for it the last time it did not answer; zero if it always did. */
  Duration waited() {
    return waited;
  }

  /** How long after its question the latest of the late answers came; zero if there was none. */
  Duration latest() {
    return latest;
  }

  /** Who answered in its place the last time somebody did. */
  int foreigner() {
    return foreigner;
  }
}

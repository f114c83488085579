package io.pumphouse.hal.husdata;

import io.pumphouse.hal.line.Ending;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Fault.Damage;
import io.pumphouse.hal.reading.Moment;
import java.time.Duration;

/** What came after one command, while it comes. Used once, by the thread that owns the line. */
final class Answer {
  /** Several times the longest list of the maker; what goes on after this is no answer. */
  private static final int MOST_BYTES = 32_768;

  private final Moment asked;
  private final Lines lines;
  private final Update update = new Update();
  private Frame bytes = Frame.empty();
  private Moment last;

  Answer(Moment asked, Lines lines) {
    this.asked = asked;
    this.lines = lines;
    this.last = asked;
  }

  void take(Frame more, Moment at) {
    bytes = bytes.plus(more);
    last = at;
    lines.heard(more).forEach(line -> update.take(Spelling.read(line), at));
  }

  Update update() {
    return update;
  }

  Frame bytes() {
    return bytes;
  }

  boolean isTooLong() {
    return bytes.length() >= MOST_BYTES;
  }

  /** From the command to the last byte, or to now if there was none. */
  Duration took(Moment now) {
    return asked.ageAt(bytes.isEmpty() ? now : last);
  }

  Ending ending(Moment now) {
    if (bytes.isEmpty()) {
      return new Ending.Bad(new Fault.NoAnswer(asked.ageAt(now)));
    }
    if (lines.isWithinLine()) {
      return new Ending.Bad(
          new Fault.Garbled(Damage.SHORT, "it broke off within a line, after " + update));
    }
    return update.isWhole()
        ? new Ending.Good()
        : new Ending.Bad(
            new Fault.Garbled(
                update.isEmpty() ? Damage.NOISE : Damage.CHECKSUM, update.toString()));
  }
}

package io.pumphouse.hal.husdata;

import io.pumphouse.hal.line.Ending;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Heard;
import io.pumphouse.hal.line.Line.Silence;
import io.pumphouse.hal.line.Overheard;
import io.pumphouse.hal.line.Transaction;
import io.pumphouse.hal.line.Witness;
import io.pumphouse.hal.line.Wording;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;

/**
 * Commands to the gateway and what it says to them, one at a time. Confined to the thread that owns
 * the line.
 *
 * <p>The gateway also tells changes by itself. What arrived before a command was sent is thrown
 * away: it waited in a buffer, for how long nobody knows, and the answer says it again.
 */
final class Exchange {
  private static final int GATEWAY = 0;

  private final Line line;
  private final Tempo tempo;
  private final TimeSource time;
  private final Witness witness;
  private final Lines lines = new Lines();
  private long busyUntil;
  private long heardAt;

  Exchange(Line line, Tempo tempo, TimeSource time, Witness witness) {
    this.line = line;
    this.tempo = tempo;
    this.time = time;
    this.witness = witness;
    this.busyUntil = time.nanos();
    this.heardAt = time.nanos();
  }

  /** How asking ended. */
  sealed interface Result {}

  /** The update is over, whatever was in it. */
  record Over(Update update) implements Result {}

  /** There is no line, or no longer. */
  record Lost(Broken why) implements Result {}

  /** Opens the line if need be and waits until the gateway may be bothered again. */
  Line.Opening ready() {
    if (line.open() instanceof Broken why) {
      return why;
    }
    if (!(settle() instanceof Broken)) {
      return new Line.Opened();
    }
    // It broke while nobody asked, so opening it again repeats nothing.
    close();
    return line.open();
  }

  /** Hears out what comes unasked, at least until the gateway may be bothered again. */
  private Heard settle() {
    long patience = Math.max(busyUntil, time.nanos()) + tempo.longest().toNanos();
    while (true) {
      Heard heard = line.hear(left(busyUntil));
      switch (heard) {
        case Broken _ -> {
          return heard;
        }
        case Silence _ when left(busyUntil).isZero() -> {
          return heard;
        }
        case Bytes(Frame bytes) -> unasked(bytes);
        case Silence _ -> {}
      }
      if (left(patience).isZero()) {
        return heard;
      }
    }
  }

  private void unasked(Frame bytes) {
    Moment now = time.now();
    heardAt = time.nanos();
    rest(tempo.quiet());
    Update update = new Update();
    lines.heard(bytes).forEach(each -> update.take(Spelling.read(each), now));
    if (update.isEmpty()) {
      Wording noise = Wording.of("", "");
      witness.overheard(new Overheard(Overheard.Kind.NOISE, GATEWAY, bytes, now, noise));
    } else {
      Wording wording = Wording.of("changes, unasked", update.toString());
      tell(wording, Frame.empty(), bytes, now, Duration.ZERO, new Ending.Good());
    }
  }

  /**
   * Asks for everything once and listens to the end. An echo or noise is no beginning of it:
   * whoever took it for one would take the numbers that come later for the answer to the next
   * question.
   */
  Result update() {
    return command(Spelling.SEND_ALL, "everything (XR)", true);
  }

  /** Sends one command once and listens until nothing more comes. */
  Result command(Frame command, String question) {
    return command(command, question, false);
  }

  private Result command(Frame command, String question, boolean wantsNumbers) {
    if (ready() instanceof Broken why) {
      return lost(question, Frame.empty(), Frame.empty(), time.now(), why);
    }
    if (left(heardAt + tempo.quiet().toNanos()).isZero()) {
      // The rest of a line that broke off so long ago is not coming.
      lines.forget();
    }
    Moment asked = time.now();
    return line.send(command) instanceof Broken why
        ? lost(question, command, Frame.empty(), asked, why)
        : answer(command, question, asked, wantsNumbers);
  }

  private Result answer(Frame command, String question, Moment asked, boolean wantsNumbers) {
    Answer answer = new Answer(asked, lines);
    long giveUp = time.nanos() + tempo.longest().toNanos();
    long until = time.nanos() + tempo.answerWithin().toNanos();
    while (!left(until).isZero() && !answer.isTooLong()) {
      switch (line.hear(left(until))) {
        case Bytes(Frame bytes) -> {
          answer.take(bytes, time.now());
          heardAt = time.nanos();
          boolean hasBegun = !wantsNumbers || !answer.update().isEmpty();
          long quiet = heardAt + tempo.quiet().toNanos();
          until = Math.min(giveUp, hasBegun ? quiet : Math.max(until, quiet));
        }
        case Broken why -> {
          return lost(question, command, answer.bytes(), asked, why);
        }
        case Silence _ -> {}
      }
    }
    rest(tempo.pause());
    // What was given up while it went on may go on; its rest must not begin the next answer.
    busyUntil = Math.max(busyUntil, heardAt + tempo.quiet().toNanos());
    Moment now = time.now();
    Wording wording = Wording.of(question, answer.update().toString());
    tell(wording, command, answer.bytes(), asked, answer.took(now), answer.ending(now));
    return new Over(answer.update());
  }

  /** Leaves the gateway alone for this long; what it says until then is heard and thrown away. */
  void rest(Duration pause) {
    busyUntil = Math.max(busyUntil, time.nanos() + pause.toNanos());
  }

  private Result lost(String question, Frame command, Frame heard, Moment asked, Broken why) {
    close();
    Ending ending = new Ending.Bad(new Fault.LineDown(why.cause()));
    Wording wording = Wording.of(question, "");
    tell(wording, command, heard, asked, asked.ageAt(time.now()), ending);
    return new Lost(why);
  }

  private void tell(
      Wording wording, Frame sent, Frame heard, Moment asked, Duration took, Ending ending) {
    witness.saw(new Transaction(GATEWAY, wording, sent, heard, asked, took, ending));
  }

  private void close() {
    line.close();
    lines.forget();
  }

  private Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - time.nanos()));
  }
}

package io.pumphouse.hal.h66;

import io.pumphouse.hal.line.Ending;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Silence;
import io.pumphouse.hal.line.Transaction;
import io.pumphouse.hal.line.Witness;
import io.pumphouse.hal.line.Wording;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.TimeSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Gets pages of a gateway, each once, on a connection of its own that is closed afterwards. Takes
 * no longer than connecting may and an answer may, whatever the gateway does. Confined to the
 * thread that owns the line.
 */
final class Pages {
  private static final int GATEWAY = 0;

  private final Line line;
  private final Duration within;
  private final TimeSource time;
  private final Witness witness;

  /**
   * Pages that nobody has asked for yet.
   *
   * @param within how long a whole answer may take, from the question on
   */
  Pages(Line line, Duration within, TimeSource time, Witness witness) {
    this.line = line;
    this.within = within;
    this.time = time;
    this.witness = witness;
  }

  /**
   * How asking for a page ended.
   *
   * @param <T> what the page tells
   */
  sealed interface Got<T> {}

  /** The page is whole, and there since then. */
  record Told<T>(T content, Moment at) implements Got<T> {}

  /** Something is wrong with what came, or nothing came. */
  record Untold<T>(Trouble trouble) implements Got<T> {}

  /** There is no line, or no longer. */
  record NoLine<T>(Broken why) implements Got<T> {}

  <T> Got<T> get(Page<T> page) {
    Moment began = time.now();
    if (line.open() instanceof Broken why) {
      return lost(page, Frame.empty(), began, why);
    }
    Frame question = question(page.path());
    Moment asked = time.now();
    if (line.send(question) instanceof Broken why) {
      return lost(page, question, asked, why);
    }
    Reply reply = new Reply();
    Line.Heard end = listen(reply);
    line.close();
    return end instanceof Broken why && reply.length() == 0
        ? lost(page, question, asked, why)
        : judge(page, question, reply, asked, end);
  }

  private Frame question(String path) {
    String text =
        "GET " + path + " HTTP/1.1\r\nHost: " + line.name() + "\r\nConnection: close\r\n\r\n";
    return Frame.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Until the reply is over, the time is up, or the connection ends; the last thing heard. */
  private Line.Heard listen(Reply reply) {
    long giveUp = time.nanos() + within.toNanos();
    while (!reply.isOver() && time.nanos() < giveUp) {
      Line.Heard heard = line.hear(Duration.ofNanos(giveUp - time.nanos()));
      switch (heard) {
        case Bytes(Frame bytes) -> reply.take(bytes);
        case Broken _ -> {
          return heard;
        }
        case Silence _ -> {}
      }
    }
    return new Silence();
  }

  private <T> Got<T> judge(
      Page<T> page, Frame question, Reply reply, Moment asked, Line.Heard end) {
    Moment now = time.now();
    Duration took = asked.ageAt(now);
    return switch (Verdict.of(reply, end instanceof Broken, took)) {
      case Verdict.Bad(Trouble trouble) -> {
        Wording wording = Wording.of(page.question(), "");
        tell(question, reply, asked, took, wording, new Ending.Bad(trouble.fault()));
        yield new Untold<>(trouble);
      }
      case Verdict.Good(Json.Thing thing) -> {
        Page.Sheet<T> sheet = page.read(thing);
        Wording wording = Wording.of(page.question(), sheet.words());
        tell(question, reply, asked, took, wording, new Ending.Good());
        yield new Told<>(sheet.content(), now);
      }
    };
  }

  private void tell(
      Frame question, Reply reply, Moment asked, Duration took, Wording wording, Ending ending) {
    witness.saw(new Transaction(GATEWAY, wording, question, reply.bytes(), asked, took, ending));
  }

  private <T> Got<T> lost(Page<T> page, Frame question, Moment asked, Broken why) {
    line.close();
    Ending ending = new Ending.Bad(new Fault.LineDown(why.cause()));
    Wording wording = Wording.of(page.question(), "");
    tell(question, new Reply(), asked, asked.ageAt(time.now()), wording, ending);
    return new NoLine<>(why);
  }
}

package io.pumphouse.hal.proof;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Silence;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The far end at a real serial port, in its own thread: says each piece when it is due. Ends when
 * its line is closed.
 */
final class PtyFarEnd implements Runnable {
  private static final Duration IDLE = Duration.ofSeconds(1);

  /** Silence that ends a question. */
  private static final Duration QUESTION_END = Duration.ofMillis(4);

  /**
   * A piece that is later than this has left the bounds of the mischief, for want of a processor.
   */
  private static final Duration SLIP = Duration.ofMillis(15);

  private final Line line;
  private final FarEnd farEnd;
  private final TimeSource time;
  private final PriorityQueue<Due> coming =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::turn));
  private long turns;

  PtyFarEnd(Line line, FarEnd farEnd, TimeSource time) {
    this.line = line;
    this.farEnd = farEnd;
    this.time = time;
  }

  private record Due(long at, long turn, Frame bytes) {}

  @Override
  public void run() {
    Frame question = Frame.empty();
    long began = time.nanos();
    while (true) {
      switch (line.hear(question.isEmpty() ? untilNext() : QUESTION_END)) {
        case Bytes(Frame bytes) -> {
          began = question.isEmpty() ? time.nanos() : began;
          question = question.plus(bytes);
        }
        case Silence _ -> {
          take(question, began);
          question = Frame.empty();
        }
        case Broken _ -> {
          return;
        }
      }
      sayWhatIsDue();
    }
  }

  private Duration untilNext() {
    Due next = coming.peek();
    return next == null ? IDLE : Duration.ofNanos(Math.max(0, next.at() - time.nanos()));
  }

  private void take(Frame question, long askedNanos) {
    if (question.isEmpty()) {
      return;
    }
    for (Piece piece : farEnd.heard(question)) {
      coming.add(new Due(askedNanos + piece.after().toNanos(), turns++, piece.bytes()));
    }
  }

  /** What is due together is sent together: a glued frame has no pause in it. */
  private void sayWhatIsDue() {
    long now = time.nanos();
    Frame bytes = Frame.empty();
    while (!coming.isEmpty() && coming.element().at() <= now) {
      Due due = coming.remove();
      if (now - due.at() > SLIP.toNanos()) {
        farEnd.slipped(IDLE);
      }
      bytes = bytes.plus(due.bytes());
    }
    if (!bytes.isEmpty()) {
      line.send(bytes);
    }
  }
}

package io.pumphouse.hal.line;

import io.pumphouse.hal.reading.TracedFrame;
import io.pumphouse.hal.reading.TracedFrame.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The last frames of a line. Keeps bytes, not words, in slots that are used over and over: a full
 * tape makes no garbage. Not thread-safe.
 */
final class Tape {
  static final int FRAMES = 2_000;

  /** The longest frame of any protocol here; noise may go on for longer, and only begins here. */
  static final int LONGEST = 260;

  private static final Ending GOOD = new Ending.Good();

  private final List<Slot> slots = new ArrayList<>(0);
  private long written;

  /** How many frames there were since the start, forgotten ones included. */
  long written() {
    return written;
  }

  void write(Direction direction, int unit, Instant at, Frame bytes, Wording wording) {
    write(direction, unit, at, bytes, wording, GOOD);
  }

  void write(
      Direction direction, int unit, Instant at, Frame bytes, Wording wording, Ending ending) {
    if (slots.size() < FRAMES) {
      slots.add(new Slot());
    }
    slot(++written).fill(direction, unit, at, bytes, wording, ending);
  }

  private Slot slot(long number) {
    return slots.get((int) ((number - 1) % FRAMES));
  }

  /** The newest frames after this one, at most so many, oldest first. */
  List<Cut> after(long number, int most) {
    long first = Math.max(number + 1, written - Math.min(most, slots.size()) + 1);
    return LongStream.rangeClosed(first, written).mapToObj(this::cut).toList();
  }

  private Cut cut(long number) {
    Slot slot = slot(number);
    boolean isAnswer = slot.direction == Direction.HEARD && number > written - slots.size() + 1;
    Frame question = isAnswer ? slot(number - 1).bytes() : Frame.empty();
    return new Cut(
        number,
        Instant.ofEpochMilli(slot.atMillis),
        slot.direction,
        slot.unit,
        slot.bytes(),
        question,
        slot.wording,
        slot.ending);
  }

  /** A piece of tape, not in words yet, so that making words holds up nobody. */
  record Cut(
      long number,
      Instant at,
      Direction direction,
      int unit,
      Frame bytes,
      Frame question,
      Wording wording,
      Ending ending) {
    TracedFrame inWords() {
      return new TracedFrame(
          number, at, direction, unit, bytes.toString(), meaning(), fault(ending));
    }

    private String meaning() {
      return switch (direction) {
        case SENT -> wording.question(bytes);
        case HEARD, OVERHEARD -> wording.answer(question, bytes);
      };
    }

    private static String fault(Ending ending) {
      return switch (ending) {
        case Ending.Good _ -> "";
        case Ending.Bad(var fault) -> fault.words();
      };
    }
  }

  private static final class Slot {
    private static final Wording NONE = Wording.of("", "");

    private long atMillis;
    private Direction direction = Direction.SENT;
    private int unit;
    private byte[] room = {};
    private int length;
    private Wording wording = NONE;
    private Ending ending = GOOD;

    void fill(
        Direction direction, int unit, Instant at, Frame bytes, Wording wording, Ending ending) {
      this.atMillis = at.toEpochMilli();
      this.direction = direction;
      this.unit = unit;
      this.wording = wording;
      this.ending = ending;
      this.length = Math.min(bytes.length(), LONGEST);
      if (room.length < length) {
        room = new byte[length];
      }
      bytes.copyTo(room, length);
    }

    Frame bytes() {
      return Frame.of(room, length);
    }
  }
}

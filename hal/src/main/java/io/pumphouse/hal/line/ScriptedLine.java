package io.pumphouse.hal.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * A line in memory with a script at the other end: what is sent is shown to the script, and what
 * the script says is heard after the delay it names. Waiting moves the {@link FakeTime}, so nothing
 * here ever waits. Confined to one thread.
 */
public final class ScriptedLine implements Line {
  private static final Broken CLOSED = new Broken("scripted line: not open", "open it first");

  private final FakeTime time;
  private final Function<Frame, List<Cue>> script;
  private final PriorityQueue<Due> coming =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::turn));
  private final List<Frame> sent = new ArrayList<>();
  private boolean isOpen;
  private long turns;

  /**
   * A line with this script at its end.
   *
   * @param time the clock that waiting moves
   * @param script called with every frame that is sent; what it returns happens in answer
   */
  public ScriptedLine(FakeTime time, Function<Frame, List<Cue>> script) {
    this.time = time;
    this.script = script;
  }

  /** Something that happens on a scripted line, some time after the frame that caused it. */
  public sealed interface Cue {
    Duration after();
  }

  /**
   * Bytes arrive.
   *
   * @param after how long after the cause
   * @param bytes at least one
   */
  public record Says(Duration after, Frame bytes) implements Cue {
    public Says {
      if (bytes.isEmpty()) {
        throw new IllegalArgumentException("to say nothing, give no cue");
      }
    }
  }

  /**
   * The line breaks, as when a plug is pulled. It can be opened again.
   *
   * @param after how long after the cause
   */
  public record Breaks(Duration after) implements Cue {}

  private record Due(long at, long turn, Cue cue) {}

  /** Lets this happen without being asked, counted from now. */
  public void cue(Cue cue) {
    coming.add(new Due(time.nanos() + cue.after().toNanos(), turns++, cue));
  }

  /** Every frame sent so far, oldest first. */
  public List<Frame> sent() {
    return List.copyOf(sent);
  }

  @Override
  public String name() {
    return "scripted line";
  }

  @Override
  public Opening open() {
    isOpen = true;
    return new Opened();
  }

  @Override
  public Sending send(Frame frame) {
    if (!isOpen) {
      return CLOSED;
    }
    sent.add(frame);
    script.apply(frame).forEach(this::cue);
    return new Sent();
  }

  @Override
  public Heard hear(Duration atMost) {
    if (!isOpen) {
      return CLOSED;
    }
    long until = time.nanos() + atMost.toNanos();
    Due first = coming.peek();
    if (first == null || first.at() > until) {
      time.advance(Duration.ofNanos(until - time.nanos()));
      return new Silence();
    }
    time.advance(Duration.ofNanos(Math.max(0, first.at() - time.nanos())));
    return arrived();
  }

  private Heard arrived() {
    if (coming.element().cue() instanceof Breaks) {
      close();
      return new Broken("scripted line: unplugged", "plug it in again");
    }
    Frame bytes = Frame.empty();
    while (isDue() && coming.element().cue() instanceof Says says) {
      coming.remove();
      bytes = bytes.plus(says.bytes());
    }
    return new Bytes(bytes);
  }

  private boolean isDue() {
    Due first = coming.peek();
    return first != null && first.at() <= time.nanos();
  }

  /** Ends the line; what was still to come is lost, as on a real one. */
  @Override
  public void close() {
    isOpen = false;
    coming.clear();
  }
}

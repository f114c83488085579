package io.pumphouse.agent.console;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.reading.TimeSource;
import java.io.InputStream;
import java.time.Duration;

/**
 * What is typed on a line, byte by byte, until it breaks or nobody types any more. A line of text
 * never grows beyond what a person types: of garbage at a wrong speed the rest is dropped. Read by
 * one thread; {@link #isOver} and {@link #isStopWanted} may be asked by any.
 */
final class Keys extends InputStream {
  static final int LONGEST = 400;

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int CTRL_C = 3;
  private static final int CTRL_U = 21;

  private final Line line;
  private final Duration idle;
  private final TimeSource time;
  private int length;
  private volatile long lastKey;
  private volatile boolean isStopWanted;
  private volatile boolean isBusy;
  private volatile boolean isLeft;
  private volatile String why = "";

  /**
   * Nothing typed yet.
   *
   * @param line open
   * @param idle after how long without a key this ends
   */
  Keys(Line line, Duration idle, TimeSource time) {
    this.line = line;
    this.idle = idle;
    this.time = time;
    this.lastKey = time.nanos();
  }

  /** Whether nothing comes any more. */
  boolean isOver() {
    return !why.isEmpty();
  }

  /** Why nothing comes any more; empty as long as something may. */
  String why() {
    return why;
  }

  /** Whether Ctrl-C was typed since the Enter that began what is going on. */
  boolean isStopWanted() {
    return isStopWanted;
  }

  /** Something is going on: what is typed ahead does not take back a Ctrl-C. */
  void begin() {
    isBusy = true;
  }

  void end() {
    isBusy = false;
    isStopWanted = false;
  }

  /** Nobody types for this session any more: what was heard until it lets go can still be read. */
  void leave() {
    isLeft = true;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  /** Once left, an interrupt ends this with 0, for the terminal would take -1 for hanging up. */
  @Override
  public int read(byte[] into, int offset, int most) {
    while (!isOver()) {
      switch (line.hear(LOOK)) {
        case Line.Bytes(Frame bytes) -> {
          lastKey = time.nanos();
          return take(bytes.toBytes(), into, offset, most);
        }
        case Line.Silence _ -> endIfIdle();
        case Line.Broken _ when isLeft -> {
          return 0;
        }
        case Line.Broken(String cause, _) -> why = cause;
      }
    }
    return -1;
  }

  private void endIfIdle() {
    if (time.nanos() - lastKey >= idle.toNanos()) {
      why = "no key for " + idle.toMinutes() + " min";
    }
  }

  /** What fits, without what is too much for one line. */
  private int take(byte[] heard, byte[] into, int offset, int most) {
    int count = 0;
    for (byte key : heard) {
      boolean isEnter = key == '\r' || key == '\n';
      if (isEnter || key == CTRL_C || key == CTRL_U) {
        length = 0;
      }
      isStopWanted = key == CTRL_C || (isStopWanted && (isBusy || !isEnter));
      if (key != 0 && length < LONGEST && count < most) {
        length++;
        into[offset + count++] = key;
      }
    }
    return count;
  }
}

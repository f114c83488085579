package io.pumphouse.hal.proof;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import java.time.Duration;

/** A line that keeps what was heard since it was last rewound. Confined to one thread. */
final class TapedLine implements Line {
  private final Line line;
  private Frame tape = Frame.empty();

  TapedLine(Line line) {
    this.line = line;
  }

  /** Forgets what was heard. */
  void rewind() {
    tape = Frame.empty();
  }

  Frame tape() {
    return tape;
  }

  @Override
  public String name() {
    return line.name();
  }

  @Override
  public Opening open() {
    return line.open();
  }

  @Override
  public Sending send(Frame frame) {
    return line.send(frame);
  }

  @Override
  public Heard hear(Duration atMost) {
    Heard heard = line.hear(atMost);
    if (heard instanceof Bytes(Frame bytes)) {
      tape = tape.plus(bytes);
    }
    return heard;
  }

  @Override
  public void close() {
    line.close();
  }
}

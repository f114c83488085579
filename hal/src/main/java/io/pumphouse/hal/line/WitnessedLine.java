package io.pumphouse.hal.line;

import java.time.Duration;

/** A line that tells its witness whenever it is opened again. Confined like the line in it. */
public final class WitnessedLine implements Line {
  private final Line line;
  private final Witness witness;
  private boolean wasOpened;
  private volatile boolean isOpen;

  public WitnessedLine(Line line, Witness witness) {
    this.line = line;
    this.witness = witness;
  }

  @Override
  public String name() {
    return line.name();
  }

  @Override
  public Opening open() {
    Opening opening = line.open();
    if (opening instanceof Opened && !isOpen) {
      if (wasOpened) {
        witness.reopened();
      }
      isOpen = true;
      wasOpened = true;
    }
    return opening;
  }

  @Override
  public Sending send(Frame frame) {
    return line.send(frame);
  }

  @Override
  public Heard hear(Duration atMost) {
    return line.hear(atMost);
  }

  @Override
  public void close() {
    isOpen = false;
    line.close();
  }
}

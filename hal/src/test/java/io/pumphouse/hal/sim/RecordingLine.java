package io.pumphouse.hal.sim;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A line that remembers what was sent; listening to nothing lets the time pass at once. */
final class RecordingLine implements Line {
  final List<Frame> sent = new ArrayList<>();
  final Deque<Frame> coming = new ArrayDeque<>();
  boolean isOpen;
  private final HandTime time;

  RecordingLine(HandTime time) {
    this.time = time;
  }

  @Override
  public String name() {
    return "recording line";
  }

  @Override
  public Opening open() {
    isOpen = true;
    return new Opened();
  }

  @Override
  public Sending send(Frame frame) {
    sent.add(frame);
    return new Sent();
  }

  @Override
  public Heard hear(Duration atMost) {
    if (!coming.isEmpty()) {
      return new Bytes(coming.remove());
    }
    time.advance(atMost);
    return new Silence();
  }

  @Override
  public void close() {
    isOpen = false;
  }
}

package io.pumphouse.agent.console;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What is shown on a line: sent when flushed, whole characters at a time. Thread-safe. */
final class Screen extends OutputStream {
  /** More than any one screen, and little enough to see a key while it is on its way. */
  private static final int PIECE = 2048;

  private final Line line;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(PIECE);

  Screen(Line line) {
    this.line = line;
  }

  @Override
  public synchronized void write(int b) {
    waiting.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    waiting.write(bytes, offset, length);
  }

  @Override
  public synchronized void flush() throws IOException {
    if (waiting.size() == 0) {
      return;
    }
    byte[] bytes = waiting.toByteArray();
    waiting.reset();
    if (line.send(Frame.of(bytes, bytes.length)) instanceof Line.Broken(String cause, _)) {
      throw new IOException(cause);
    }
  }
}

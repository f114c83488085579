package io.pumphouse.hal.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A peer on a pair of byte streams. */
record StreamPeer(InputStream in, OutputStream out, AutoCloseable plug) implements Peer {
  @Override
  public void says(Frame bytes) {
    try {
      out.write(bytes.toBytes());
      out.flush();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  @Override
  public Frame heard(int count) {
    try {
      return Frame.of(in.readNBytes(count));
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  @Override
  public void close() {
    try {
      plug.close();
    } catch (Exception trouble) {
      throw new IllegalStateException(trouble);
    }
  }
}

package io.pumphouse.agent.publish.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Lines, compressed as they come. Confined to one thread. */
final class Lines {
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private Optional<GZIPOutputStream> gzip = Optional.empty();
  private int count;

  /** Adds a line with its end; an empty one is none. */
  void add(String line) throws IOException {
    if (line.isEmpty()) {
      return;
    }
    if (gzip.isEmpty()) {
      gzip = Optional.of(new GZIPOutputStream(packed));
    }
    gzip.get().write(line.getBytes(UTF_8));
    count++;
  }

  int count() {
    return count;
  }

  /** All of them, as gzip. Nothing can be added any more. */
  byte[] packed() throws IOException {
    if (gzip.isPresent()) {
      gzip.get().close();
    }
    return packed.toByteArray();
  }
}

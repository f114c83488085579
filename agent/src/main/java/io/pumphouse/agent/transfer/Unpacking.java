package io.pumphouse.agent.transfer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A file as it is, or what is packed in it with gzip, whatever it is called. Pure. */
final class Unpacking {
  /** RFC 1952, section 2.3.1. */
  private static final int FIRST = 0x1f;

  private static final int SECOND = 0x8b;

  private Unpacking() {}

  static InputStream of(InputStream file) throws IOException {
    Ahead ahead = new Ahead(file);
    ahead.mark(2);
    boolean isPacked = ahead.read() == FIRST && ahead.read() == SECOND;
    ahead.reset();
    return isPacked ? new GZIPInputStream(ahead) : ahead;
  }

  /**
   * Knows by looking whether there is more. The JDK takes {@code available()} for whether another
   * packed member follows, which a file that comes over a socket does not tell.
   */
  private static final class Ahead extends BufferedInputStream {
    Ahead(InputStream file) {
      super(file);
    }

    @Override
    public synchronized int available() throws IOException {
      mark(1);
      boolean isMore = read() >= 0;
      reset();
      return isMore ? 1 : 0;
    }
  }
}

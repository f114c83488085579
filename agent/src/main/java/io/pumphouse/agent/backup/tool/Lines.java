package io.pumphouse.agent.backup.tool;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cuts what a tool prints into lines, at carriage returns too, which rsync draws progress with. */
final class Lines {
  private static final Logger LOG = LoggerFactory.getLogger(Lines.class);
  private static final int LONGEST = 16 * 1024;

  private Lines() {}

  /** Reads to the end; what a line has beyond 16 KiB is dropped. */
  static void read(InputStream stream, Charset charset, Consumer<String> ear) {
    try (Reader reader = new BufferedReader(new InputStreamReader(stream, charset))) {
      StringBuilder line = new StringBuilder();
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (c == '\n' || c == '\r') {
          say(line, ear);
        } else if (line.length() < LONGEST) {
          line.append((char) c);
        }
      }
      say(line, ear);
    } catch (IOException e) {
      LOG.debug("a tool's output broke off", e);
    }
  }

  private static void say(StringBuilder line, Consumer<String> ear) {
    if (!line.isEmpty()) {
      ear.accept(line.toString());
      line.setLength(0);
    }
  }
}

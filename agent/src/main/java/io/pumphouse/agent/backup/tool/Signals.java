package io.pumphouse.agent.backup.tool;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signals to whole process groups, for which Java has nothing. */
final class Signals {
  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

  private Signals() {}

  /** Sends a signal to every process of a group; one that is gone already is fine. */
  static void send(String signal, long group) throws InterruptedException {
    try {
      new ProcessBuilder(List.of("kill", "-" + signal, "--", "-" + group))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      LOG.warn("kill -{} -{}: {}", signal, group, e.toString());
    }
  }
}

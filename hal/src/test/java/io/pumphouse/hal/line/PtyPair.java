package io.pumphouse.hal.line;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Two pseudo-terminals joined by socat: a serial cable without a wire. Without socat the test is
 * skipped, but in CI it fails: there nobody would read that it was skipped.
 */
public final class PtyPair implements AutoCloseable {
  private static final String NEAR = "near";
  private static final String FAR = "far";

  private final Process socat;
  private final Path folder;

  private PtyPair(Process socat, Path folder) {
    this.socat = socat;
    this.folder = folder;
  }

  /** A cable that is plugged in at both ends; the same folder gives the same paths again. */
  public static PtyPair open(Path folder) throws IOException {
    PtyPair pair = new PtyPair(socat(folder), folder);
    pair.awaitEnds();
    return pair;
  }

  private static Process socat(Path folder) {
    try {
      return new ProcessBuilder("socat", "-d", "-d", end(folder, NEAR), end(folder, FAR))
          .redirectErrorStream(true)
          .start();
    } catch (IOException missing) {
      String reason = "needs socat (apt install socat): " + missing.getMessage();
      if (Boolean.parseBoolean(System.getenv("CI"))) {
        return fail(reason, missing);
      }
      return abort(reason);
    }
  }

  private static String end(Path folder, String name) {
    return "pty,raw,echo=0,link=" + folder.resolve(name);
  }

  private void awaitEnds() throws IOException {
    BufferedReader says = socat.inputReader(StandardCharsets.UTF_8);
    for (String line = says.readLine(); line != null; line = says.readLine()) {
      if (line.contains("starting data transfer loop")) {
        return;
      }
    }
    fail("socat ended before it had made its terminals");
  }

  /** One end, as our side opens it. */
  public Wiring.Serial near() {
    // A pseudo-terminal takes other parities once and refuses them when it is opened again.
    return new Wiring.Serial(folder.resolve(NEAR).toString(), 9600, Wiring.Parity.NONE, 1);
  }

  /** The other end. */
  public Wiring.Serial far() {
    return new Wiring.Serial(folder.resolve(FAR).toString(), 9600, Wiring.Parity.NONE, 1);
  }

  /** Pulls the plug: both ports are gone when this returns. */
  @Override
  public void close() {
    socat.destroy();
    try {
      if (!socat.waitFor(5, TimeUnit.SECONDS)) {
        fail("socat does not end");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      fail("interrupted", interrupted);
    }
  }
}

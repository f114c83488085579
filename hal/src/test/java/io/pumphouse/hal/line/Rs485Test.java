package io.pumphouse.hal.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The RS-485 settings of a port are made by the device tree, and by nobody else: a whole life of a
 * port, watched by strace, neither asks for them nor sets them.
 */
class Rs485Test {
  /** What is watched: opens the port it is given, talks, and closes it. */
  static final class Life {
    private Life() {}

    public static void main(String... ports) {
      Wiring.Serial wiring = new Wiring.Serial(ports[0], 9600, Wiring.Parity.NONE, 1);
      try (SerialLine line = new SerialLine(wiring, new RealTime())) {
        System.out.println(line.open());
        System.out.println(line.send(LineContract.HELLO));
      }
    }
  }

  @Test
  void theKernelsSettingsAreLeftAlone(@TempDir Path folder) throws Exception {
    Path calls = folder.resolve("calls");
    try (PtyPair cable = PtyPair.open(folder)) {
      Process life = watched(calls, cable.near().path());
      String said = new String(life.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(life.waitFor(30, TimeUnit.SECONDS)).isTrue();

      assertThat(said).contains("Opened[]", "Sent[]");
      assertThat(Files.readString(calls))
          .contains("TCSET")
          .doesNotContain("RS485", "0x542e", "0x542f");
    }
  }

  private static Process watched(Path calls, String port) throws IOException {
    assumeThat(canWatch()).as("strace may watch processes here").isTrue();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            List.of(
                "strace",
                "-f",
                "-e",
                "trace=ioctl",
                "-o",
                calls.toString(),
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Life.class.getName(),
                port))
        .redirectErrorStream(true)
        .start();
  }

  private static boolean canWatch() {
    try {
      return new ProcessBuilder("strace", "-o", "/dev/null", "true").start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

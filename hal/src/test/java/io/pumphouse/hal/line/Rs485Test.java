package io.pumphouse.hal.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The RS-485 settings of a port are made by the device tree, and by nobody else unless the
 * configuration says so: a whole life of a port, watched by strace, neither asks for them nor sets
 * them.
 */
class Rs485Test {
  private static final Rs485.ByRts BY_RTS =
      new Rs485.ByRts(Rs485.Level.HIGH, Duration.ofMillis(1), Duration.ofMillis(2), false);

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

  @Test
  void aDriverThatCannotSwitchIsNamedAndThePortGivenBack(@TempDir Path folder) throws Exception {
    try (PtyPair cable = PtyPair.open(folder);
        SerialLine switched = new SerialLine(byRts(cable, BY_RTS), new RealTime());
        SerialLine plain = new SerialLine(cable.near(), new RealTime())) {
      assertThat(switched.open()) // by a pseudo-terminal itself: the call reaches the kernel
          .isEqualTo(
              new Line.Broken(
                  cable.near().path() + ": its driver cannot switch RS-485 by RTS",
                  "delete rs485: of this line, an adapter that switches by itself needs none; else"
                      + " use a port that can, such as a UART of the Pi"));
      assertThat(plain.open()).isEqualTo(new Line.Opened());
    }
  }

  @Test
  void whatIsConfiguredIsToldToTheDriverAsTheKernelNumbersIt(@TempDir Path folder)
      throws Exception {
    List<Rs485Words> told = new ArrayList<>();
    Rs485.ByRts low = new Rs485.ByRts(Rs485.Level.LOW, Duration.ZERO, Duration.ofMillis(100), true);
    try (PtyPair cable = PtyPair.open(folder)) {
      for (Rs485.ByRts wanted : List.of(BY_RTS, low)) {
        assertThat(opening(cable, wanted, words -> obeyed(told, words)))
            .isEqualTo(new Line.Opened());
      }
    }
    // linux/serial.h: enabled 1, RTS on send 2, RTS after send 4, terminate bus 32; milliseconds.
    assertThat(told).containsExactly(new Rs485Words(3, 1, 2), new Rs485Words(37, 0, 100));
  }

  private static Rs485Driver.Reply obeyed(List<Rs485Words> told, Rs485Words words) {
    told.add(words);
    return new Rs485Driver.Took(words);
  }

  @Test
  void aDriverThatMakesSomethingElseOfItIsNoOpenLine(@TempDir Path folder) throws Exception {
    try (PtyPair cable = PtyPair.open(folder)) {
      assertThat(opening(cable, BY_RTS, _ -> new Rs485Driver.Took(new Rs485Words(5, 0, 0))))
          .isEqualTo(
              new Line.Broken(
                  cable.near().path()
                      + ": asked for RS-485 with rts-to-send: high, delay-before: 1ms, delay-after:"
                      + " 2ms, termination: false; its driver made of that rts-to-send: low,"
                      + " delay-before: 0ms, delay-after: 0ms, termination: false",
                  "write under rs485: what the driver can do, if the transceiver works with it"));
    }
  }

  @Test
  void aDriverThatForgetsItAtOnceIsNoOpenLine(@TempDir Path folder) throws Exception {
    try (PtyPair cable = PtyPair.open(folder)) {
      assertThat(opening(cable, BY_RTS, _ -> new Rs485Driver.Took(new Rs485Words(0, 0, 0))))
          .asString()
          .contains("its driver made of that nothing");
    }
  }

  @Test
  void anotherRefusalGoesByItsNumber(@TempDir Path folder) throws Exception {
    try (PtyPair cable = PtyPair.open(folder)) {
      assertThat(opening(cable, BY_RTS, _ -> new Rs485Driver.Refused(5)))
          .asString()
          .contains("refused the RS-485 settings, system error 5", "as the device tree has set it");
    }
  }

  private static Line.Opening opening(
      PtyPair cable, Rs485.ByRts wanted, Function<Rs485Words, Rs485Driver.Reply> driver) {
    try (SerialLine line =
        new SerialLine(
            byRts(cable, wanted),
            new RealTime(),
            PortFinder.HERE,
            (_, words) -> driver.apply(words))) {
      return line.open();
    }
  }

  private static Wiring.Serial byRts(PtyPair cable, Rs485.ByRts wanted) {
    Wiring.Serial plain = cable.near();
    return new Wiring.Serial(plain.path(), plain.baud(), plain.parity(), plain.stopBits(), wanted);
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

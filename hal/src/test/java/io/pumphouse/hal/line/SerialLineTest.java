package io.pumphouse.hal.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Heard;
import io.pumphouse.hal.line.Line.Opened;
import io.pumphouse.hal.line.Line.Silence;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SerialLineTest implements LineContract {
  @TempDir private Path folder;
  private PtyPair cable;
  private SerialLine line;
  private StreamPeer peer;

  @BeforeEach
  void plugIn() throws IOException {
    cable = PtyPair.open(folder);
    line = new SerialLine(cable.near(), new RealTime());
    peer =
        new StreamPeer(
            new FileInputStream(cable.far().path()),
            new FileOutputStream(cable.far().path()),
            cable);
  }

  @AfterEach
  void unplug() throws IOException {
    line.close();
    peer.in().close();
    peer.out().close();
    cable.close();
  }

  @Override
  public Line line() {
    return line;
  }

  @Override
  public Peer peer() {
    return peer;
  }

  @Test
  void waitingLongerThanADriverStepEndsInSilenceToo() {
    line.open();

    assertThat(line.hear(Duration.ofMillis(250))).isEqualTo(new Silence());
  }

  @Test
  void aClosedPortOpensAgain() {
    line.open();
    line.close();
    assertThat(line.open()).isEqualTo(new Opened());
    line.send(HELLO);

    assertThat(peer.heard(HELLO.length())).isEqualTo(HELLO);
  }

  @Test
  void closingEndsAReadUnderWay() throws Exception {
    line.open();
    CompletableFuture<Heard> hearing = new CompletableFuture<>();
    Thread.ofPlatform().start(() -> hearing.complete(line.hear(Duration.ofMinutes(1))));
    line.close();

    assertThat(hearing.get(5, TimeUnit.SECONDS)).isInstanceOf(Broken.class);
  }

  @Test
  void aMissingPortIsNamed() {
    Wiring.Serial missing =
        new Wiring.Serial("/dev/serial/by-id/missing", 9600, Wiring.Parity.NONE, 1);

    assertThat(new SerialLine(missing, new RealTime()).open())
        .isEqualTo(
            new Broken(
                "/dev/serial/by-id/missing: no such port",
                "check that the adapter is plugged in; ls /dev/serial/by-id shows the ports there"
                    + " are"));
  }

  @Test
  void aPortOfTheSameNameUnderDevIsNotTakenInstead() {
    Wiring.Serial missing =
        new Wiring.Serial(folder.resolve("null").toString(), 9600, Wiring.Parity.NONE, 1);

    assertThat(((Broken) new SerialLine(missing, new RealTime()).open()).cause())
        .endsWith("no such port");
  }

  @Test
  void aPortInUseIsBusy() {
    line.open();

    assertThat(((Broken) new SerialLine(cable.near(), new RealTime()).open()).cause())
        .isEqualTo(cable.near().path() + ": busy, already open in this program");
  }

  /** Asked again and again, as an agent does: what went wrong before leaves nothing behind. */
  @Test
  void aNodeWithoutHardwareIsNotBusy() throws Exception {
    Path node = folder.resolve("ttyS99");
    assumeTrue(isMade(node), "only root can make a node of a port that is not there");
    Wiring.Serial hollow = new Wiring.Serial(node.toString(), 9600, Wiring.Parity.NONE, 1);
    SerialLine none = new SerialLine(hollow, new RealTime());
    for (int time = 0; time < 3; time++) {
      assertThat(((Broken) none.open()).cause())
          .isEqualTo(node + ": there is no hardware behind this port");
    }
  }

  /** Number 240 of the characters is for experiments, and nobody's here. */
  private static boolean isMade(Path node) throws IOException, InterruptedException {
    return new ProcessBuilder("mknod", node.toString(), "c", "240", "7").start().waitFor() == 0;
  }

  @Test
  void aPortLockedByAnotherProcessIsBusy() throws Exception {
    Process other =
        new ProcessBuilder("flock", cable.near().path(), "-c", "echo locked; read wait")
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("locked");

      assertThat(((Broken) line.open()).cause())
          .containsPattern("busy, open in .*flock \\(process \\d+\\)");
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void whatIsNoSerialPortIsNamed() {
    Wiring.Serial other = new Wiring.Serial("/dev/null", 9600, Wiring.Parity.NONE, 1);

    assertThat(((Broken) new SerialLine(other, new RealTime()).open()).cause())
        .isEqualTo("/dev/null: not a serial port");
  }

  @Test
  void anAdapterIsFoundUnderWhateverNameItComesBack(@TempDir Path kernel) throws IOException {
    Wiring.Serial adapter = new Wiring.Serial("usb:0403:6001", 9600, Wiring.Parity.NONE, 1);
    try (SerialLine plugged =
        new SerialLine(adapter, new RealTime(), new PortFinder(kernel.resolve("tty"), folder))) {
      assertThat(((Broken) plugged.open()).cause())
          .isEqualTo("usb:0403:6001: no such adapter, nor any other");
      FakeUsb.plugIn(kernel, "1-1", "0403", "6001", "", "near");
      assertThat(plugged.open()).isEqualTo(new Opened());
      cable.close();
      assertThat(plugged.hear(LONG)).isInstanceOf(Broken.class);
      FakeUsb.pullOut(kernel, "near");
      try (PtyPair _ = PtyPair.open(folder)) {
        FakeUsb.plugIn(kernel, "1-2", "0403", "6001", "", "far");
        assertThat(plugged.open()).isEqualTo(new Opened());
      }
    }
  }

  @Test
  void aPortThatComesBackIsHeardAgain() throws IOException {
    line.open();
    cable.close();
    assertThat(line.hear(LONG)).isInstanceOf(Broken.class);
    assertThat(((Broken) line.open()).cause()).endsWith("no such port");
    try (PtyPair again = PtyPair.open(folder);
        FileOutputStream far = new FileOutputStream(again.far().path())) {
      assertThat(line.open()).isEqualTo(new Opened());
      far.write(HELLO.toBytes());

      assertThat(line.hear(LONG)).isInstanceOf(Line.Bytes.class);
    }
  }
}

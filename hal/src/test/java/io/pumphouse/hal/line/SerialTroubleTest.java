package io.pumphouse.hal.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerialTroubleTest {
  private static final Wiring.Serial WIRING =
      new Wiring.Serial("/dev/ttyUSB0", 19_200, Wiring.Parity.EVEN, 1);

  @ParameterizedTest
  @CsvSource({
    "22, 'does not accept 19200 baud, 8 data bits, parity even, stop bits 1', settings",
    "2, the device does not respond, unplug",
    "5, the device does not respond, unplug",
    "1, the service is not let at this kind of port, DeviceAllow=/dev/ttyUSB0 rw",
    "99, system error 99, log",
  })
  void theSystemsNumberBecomesACauseAndANextStep(int errno, String cause, String next) {
    Line.Broken broken = SerialTrouble.opening(WIRING, Path.of("/dev/ttyUSB0"), errno);

    assertThat(broken.cause()).startsWith("/dev/ttyUSB0: ").contains(cause);
    assertThat(broken.next()).contains(next);
  }

  /** ENOENT is what a driver says that looks for its other end when it is opened. */
  @ParameterizedTest
  @ValueSource(ints = {2, 5, 6, 19})
  void aPortOfTheBoardWithoutHardwareIsNotToBePulledOut(int errno) {
    assertThat(SerialTrouble.opening(WIRING, Path.of("/dev/ttyS2"), errno))
        .isEqualTo(
            new Line.Broken(
                "/dev/ttyUSB0: there is no hardware behind this port",
                "name another: ls /dev/serial/by-id shows adapters; raspi-config switches a UART of"
                    + " the Pi on, pumphouse-gadget its USB socket"));
  }

  @Test
  void whoMayNotIsToldWhichGroupMayIfThereIsOne() {
    String user = System.getProperty("user.name", "");
    assertThat(new PortOwner("dialout", true).noPermission("/dev/ttyS0"))
        .isEqualTo(
            new Line.Broken(
                "/dev/ttyS0: no permission, " + user + " is not in its group dialout",
                "sudo usermod -aG dialout " + user + ", then log in anew, or restart the service"));
    assertThat(new PortOwner("root", true).noPermission("/dev/ttyS0").cause())
        .contains("it is for no group that " + user + " could join");
    assertThat(new PortOwner("dialout", false).noPermission("/dev/ttyS0").next())
        .contains("GROUP=\"dialout\"");
  }

  @Test
  void aPortSomebodyHoldsIsBusyAndSaysWhoIfThatIsKnown() {
    assertThat(SerialTrouble.isBusy(11)).isTrue();
    assertThat(SerialTrouble.isBusy(13)).isFalse();
    assertThat(SerialTrouble.busy("/dev/ttyUSB0", List.of()).next())
        .contains("fuser -v /dev/ttyUSB0");
    assertThat(
            SerialTrouble.busy(
                    "/dev/ttyUSB0", List.of(new Holder("agetty", 12), new Holder("mbpoll", 4711)))
                .cause())
        .isEqualTo("/dev/ttyUSB0: busy, open in agetty (process 12), mbpoll (process 4711)");
  }

  @Test
  void aWriteCutShortSaysHowFarItCame() {
    assertThat(SerialTrouble.notWritten("/dev/ttyUSB0", -1, 8).cause())
        .isEqualTo("/dev/ttyUSB0: sent only 0 of 8 bytes");
  }
}

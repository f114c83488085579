package io.pumphouse.hal.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialTroubleTest {
  private static final Wiring.Serial WIRING =
      new Wiring.Serial("/dev/ttyUSB0", 19_200, Wiring.Parity.EVEN, 1);

  @ParameterizedTest
  @CsvSource({
    "13, no permission, usermod -aG dialout",
    "22, 'does not accept 19200 baud, 8 data bits, parity even, stop bits 1', settings",
    "2, already open in this program, one line",
    "5, does not respond, unplug",
    "99, system error 99, log",
  })
  void theSystemsNumberBecomesACauseAndANextStep(int errno, String cause, String next) {
    Line.Broken broken = SerialTrouble.opening(WIRING, errno);

    assertThat(broken.cause()).startsWith("/dev/ttyUSB0: ").contains(cause);
    assertThat(broken.next()).contains(next);
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

package io.pumphouse.hal.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class PinoutTest {
  @Test
  void twoUsesCannotShareAPin() {
    Map<Use, Pin> pins =
        Map.of(Output.SG_READY_A, new Pin(17, false), Output.SG_READY_B, new Pin(17, true));

    assertThatIllegalArgumentException().isThrownBy(() -> new Pinout(pins));
  }

  @Test
  void thePinsOfTheHeaderAreThose() {
    assertThat(new Pin(2, false).bcm()).isEqualTo(2);
    assertThat(new Pin(27, false).bcm()).isEqualTo(27);
    assertThatIllegalArgumentException().isThrownBy(() -> new Pin(1, false));
    assertThatIllegalArgumentException().isThrownBy(() -> new Pin(28, false));
  }
}

package io.pumphouse.hal.husdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.reading.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RollCallTest {
  private final Bench bench = new Bench();
  private final RollCall roll = new RollCall(bench.line, Bench.MAP, bench.time);

  @Test
  void whatTheGatewayTellsIsHeardWithoutLabels() {
    assertThat(roll.call())
        .isEqualTo(
            new RollCall.Told(
                Map.of(
                    0x0007, -38, 0x0008, -483, 0x0107, 440, 0x0203, 200, 0x1A01, 1, 0x6C55,
                    33_595)));
    assertThat(bench.line.sent()).hasSize(1);
  }

  /** A scan asks for a Rego first, and that question has no end of line. */
  @Test
  void halfALineOfSomethingElseBeforeDoesNotSpoilTheCommand() {
    bench.gateway.heard(Frame.hex("81 7F 00 00 00 00 00 00 00"));

    assertThat(roll.call()).isInstanceOf(RollCall.Told.class);
  }

  @Test
  void silenceIsNoGateway() {
    bench.damage = _ -> Frame.empty();

    assertThat(roll.call())
        .isInstanceOfSatisfying(
            RollCall.Untold.class,
            untold -> assertThat(untold.fault()).isInstanceOf(Fault.NoAnswer.class));
  }

  @Test
  void bytesThatAreNoLineOfItsProtocolAreNoGateway() {
    bench.damage = _ -> Frame.hex("01 03 02 FF DA 78 2F 0D 0A");

    assertThat(roll.call())
        .isInstanceOfSatisfying(
            RollCall.Untold.class,
            untold -> assertThat(untold.fault()).isInstanceOf(Fault.Garbled.class));
  }
}

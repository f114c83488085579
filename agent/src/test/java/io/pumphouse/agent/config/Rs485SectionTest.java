package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Rs485;
import io.pumphouse.hal.line.Wiring;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who turns an RS-485 bus around, as configured. */
final class Rs485SectionTest {
  @TempDir private Path folder;
  private Desk desk;
  private Lines lines;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
    lines = new Lines(folder);
  }

  @Test
  void rs485IsLeftAloneUnlessItIsConfigured() {
    assertThat(lines.wiring("{serial: /dev/ttyAMA0}"))
        .isEqualTo(
            new Wiring.Serial("/dev/ttyAMA0", 9600, Wiring.Parity.NONE, 1, new Rs485.AsFound()));
  }

  @Test
  void rs485SaysHowTheDriverSwitches() {
    assertThat(((Wiring.Serial) lines.wiring("{serial: /dev/ttyAMA0, rs485: {}}")).rs485())
        .isEqualTo(new Rs485.ByRts(Rs485.Level.HIGH, Duration.ZERO, Duration.ZERO, false));
    String all = "{rts-to-send: low, delay-before: 1ms, delay-after: 100ms, termination: true}";
    assertThat(((Wiring.Serial) lines.wiring("{serial: /dev/ttyAMA0, rs485: " + all + "}")).rs485())
        .isEqualTo(
            new Rs485.ByRts(Rs485.Level.LOW, Duration.ofMillis(1), Duration.ofMillis(100), true));
  }

  @Test
  void rs485IsChecked() {
    assertThat(
            lines.problems(
                "{serial: /dev/ttyAMA0, rs485: {rts-to-send: up, delay-after: 101ms,"
                    + " termination: 1, delay: 1ms}}"))
        .containsExactly(
            "line.rs485.rts-to-send: found \"up\", accepted: high or low",
            "line.rs485.delay-after: found \"101ms\", accepted: a duration from 0ms to 100ms, such"
                + " as 1ms",
            "line.rs485.termination: found \"1\", accepted: true or false",
            "line.rs485.delay: found an unknown key, accepted: rts-to-send, delay-before,"
                + " delay-after or termination");
  }

  @Test
  void rs485HasNoPlaceOnAPortThatIsNoBus() {
    assertThat(
            desk.problems(
                "pumps:\n- {id: a, model: ivt-rego600, line: {serial: /dev/ttyAMA0, rs485: {}}}\n"))
        .singleElement()
        .asString()
        .endsWith(
            "line.rs485: found a setting of a bus, accepted: nothing; delete it, this pump has no"
                + " RS-485");
    assertThat(lines.problems("{tcp: 192.0.2.10, rs485: {}}"))
        .containsExactly(
            "line.rs485: found a serial setting on a TCP line, accepted: nothing; delete it, a"
                + " serial server keeps its own");
  }

  @Test
  void pumpsOnOneBusAgreeWhoSwitchesIt() {
    assertThat(
            desk.problems(
                Lines.with("{serial: /dev/ttyAMA0, rs485: {}}")
                    + "  - {id: b, model: thermia-genesis-inverter, line: {serial: /dev/ttyAMA0,"
                    + " unit: 2}}\n"))
        .singleElement()
        .asString()
        .contains(
            "stop-bits 1, accepted: the same as pumps[0].line",
            "stop-bits 1, rs485 {rts-to-send: high, delay-before: 0ms, delay-after: 0ms,"
                + " termination: false}");
  }
}

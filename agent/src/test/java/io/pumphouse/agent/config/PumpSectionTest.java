package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.Wire;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PumpSectionTest {
  private static final String A_LIST =
      "a list with at least one entry, such as - {id: house, model: nibe-s1255, line: {tcp:"
          + " \"192.0.2.10\"}}";

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @Test
  void withoutPumpsThereIsNothingToDo() {
    assertThat(desk.problems("\nsite: {name: Villa}\n"))
        .containsExactly("pumphouse.yaml:2: pumps: found nothing, accepted: " + A_LIST);
    assertThat(desk.problems("pumps:\n"))
        .containsExactly("pumphouse.yaml:1: pumps: found nothing, accepted: " + A_LIST);
    assertThat(desk.problems("pumps: []\n"))
        .containsExactly("pumphouse.yaml:1: pumps: found an empty list, accepted: " + A_LIST);
    assertThat(desk.problems("pumps: {id: house}\n"))
        .containsExactly("pumphouse.yaml:1: pumps: found keys and values, accepted: " + A_LIST);
  }

  @Test
  void aPumpIsKeysAndValues() {
    assertThat(desk.problems("pumps:\n  - house\n"))
        .containsExactly(
            "pumphouse.yaml:2: pumps[0]: found \"house\", accepted: keys and values, such as {id:"
                + " house, model: nibe-s1255, line: {tcp: \"192.0.2.10\"}}");
  }

  @Test
  void idModelAndLineMustBeThere() {
    assertThat(desk.problems("pumps:\n  - poll-interval: 5s\n"))
        .containsExactly(
            "pumphouse.yaml:2: pumps[0].id: found nothing, accepted: a name of at most 32"
                + " lower-case letters, digits and hyphens, such as house",
            "pumphouse.yaml:2: pumps[0].model: found nothing, accepted: nibe-s1255, nibe-f1255,"
                + " thermia-genesis-inverter, ivt-rego600 or husdata-h66-ivt",
            "pumphouse.yaml:2: pumps[0].line: found nothing, accepted: keys and values, such as"
                + " {tcp: \"192.0.2.10:502\", unit: 1}");
  }

  @Test
  void anUnknownModelNamesTheNearest() {
    assertThat(desk.problems("pumps:\n- {id: a, model: NIBE-S1256, line: {tcp: 192.0.2.10}}\n"))
        .containsExactly(
            "pumphouse.yaml:2: pumps[0].model: found \"NIBE-S1256\", accepted: nibe-s1255");
  }

  @Test
  void aModelUnlikeAnyOtherNamesThemAll() {
    assertThat(desk.problems("pumps:\n- {id: a, model: toaster, line: {tcp: 192.0.2.10}}\n"))
        .containsExactly(
            "pumphouse.yaml:2: pumps[0].model: found \"toaster\", accepted: nibe-s1255, nibe-f1255,"
                + " thermia-genesis-inverter, ivt-rego600 or husdata-h66-ivt");
  }

  @Test
  void aModelWhoseMapIsWrongSaysWhatIsWrongWithIt() {
    assertThat(desk.problems("pumps:\n- {id: a, model: cellar, line: {tcp: 192.0.2.10}}\n"))
        .containsExactly(
            "pumphouse.yaml:2: pumps[0].model: found \"cellar\", accepted: this model once its map"
                + " is right: maps/cellar.csv:3: type \"s17\": use s16");
  }

  @Test
  void anUnknownModelDoesNotHideOtherProblems() {
    assertThat(
            desk.problems(
                """
                pumps:
                  - id: a
                    model: nibe-s1256
                    line: {tcp: 192.0.2.300}
                    intervals: {outdoor_tmp: 1m}
                    poll-interval: 5
                """))
        .containsExactly(
            "pumphouse.yaml:3: pumps[0].model: found \"nibe-s1256\", accepted: nibe-s1255",
            "pumphouse.yaml:4: pumps[0].line.tcp: found \"192.0.2.300\", accepted: host or"
                + " host:port, such as 192.0.2.10:502 or [2001:db8::10]",
            "pumphouse.yaml:6: pumps[0].poll-interval: found \"5\", accepted: a duration from 1s"
                + " to 1h, such as 5s");
  }

  @Test
  void aWireTheModelDoesNotHaveIsRefused() {
    assertThat(
            desk.problems(
                """
                pumps:
                  - {id: a, model: nibe-s1255, line: {serial: /dev/ttyUSB0}}
                  - {id: b, model: nibe-f1255, line: {tcp: 192.0.2.10}}
                """))
        .containsExactly(
            "pumphouse.yaml:2: pumps[0].line: found serial, which nibe-s1255 does not have,"
                + " accepted: tcp",
            "pumphouse.yaml:3: pumps[1].line: found tcp, which nibe-f1255 does not have, accepted:"
                + " serial or rtu-over-tcp");
  }

  @Test
  void twoPumpsCannotHaveOneId() {
    assertThat(
            desk.problems(
                """
                pumps:
                  - {id: house, model: nibe-s1255, line: {tcp: 192.0.2.10}}
                  - {id: house, model: nibe-s1255, line: {tcp: 192.0.2.11}}
                """))
        .containsExactly(
            "pumphouse.yaml:3: pumps[1].id: found \"house\", as in pumps[0], accepted: an id that"
                + " no other pump has");
  }

  @Test
  void twoPumpsCannotShareLineAndUnit() {
    assertThat(
            desk.problems(
                """
                pumps:
                  - {id: a, model: nibe-s1255, line: {tcp: Pump.local}}
                  - {id: b, model: nibe-s1255, line: {tcp: "pump.local:502", unit: 1}}
                """))
        .containsExactly(
            "pumphouse.yaml:3: pumps[1].line: found pump.local:502 with unit 1, as in pumps[0].line,"
                + " accepted: a unit or a line that no other pump has");
  }

  @Test
  void twoPumpsMayShareALineWithDifferentUnits() {
    Config config =
        desk.config(
            """
            pumps:
              - {id: a, model: nibe-f1255, line: {serial: /dev/ttyUSB0, unit: 1}}
              - {id: b, model: nibe-f1255, line: {serial: /dev//ttyUSB0, unit: 2}}
            """);

    assertThat(config.pumps().getFirst().wiring()).isEqualTo(config.pumps().getLast().wiring());
  }

  @Test
  void pumpsOnOnePortMustAgreeHowItIsSet() {
    assertThat(
            desk.problems(
                """
                pumps:
                  - {id: a, model: nibe-f1255, line: {serial: /dev/ttyUSB0, parity: even}}
                  - {id: b, model: nibe-f1255, line: {serial: /dev/ttyUSB0, unit: 2}}
                """))
        .containsExactly(
            "pumphouse.yaml:3: pumps[1].line: found /dev/ttyUSB0 with baud 9600, parity none,"
                + " stop-bits 1, accepted: the same as pumps[0].line says of it: /dev/ttyUSB0"
                + " with baud 9600, parity even, stop-bits 1");
  }

  @Test
  void oneAddressCannotSpeakTwoFramings() {
    assertThat(
            desk.problems(
                """
                pumps:
                  - {id: a, model: thermia-genesis-inverter, line: {tcp: "192.0.2.10:4001"}}
                  - {id: b, model: nibe-f1255, line: {rtu-over-tcp: "192.0.2.10:4001", unit: 2}}
                """))
        .containsExactly(
            "pumphouse.yaml:3: pumps[1].line: found 192.0.2.10:4001 as rtu-over-tcp, accepted: the"
                + " same as pumps[0].line says of it: 192.0.2.10:4001 as tcp");
  }

  @Test
  void aValueThatStandsInForAMistakeIsNotComparedWithOthers() {
    assertThat(
            desk.problems(
                """
                pumps:
                  - {id: a, model: nibe-f1255, line: {serial: /dev/ttyUSB0, baud: 19200}}
                  - {id: b, model: nibe-f1255, line: {serial: /dev/ttyUSB0, baud: 192O0}}
                """))
        .containsExactly(
            "pumphouse.yaml:3: pumps[1].line.baud: found \"192O0\", accepted: a number from 300 to"
                + " 4000000, such as 9600");
  }

  @Test
  void aMistakeOnTheLineDoesNotHideThatTheModelHasNoSuchWire() {
    assertThat(
            desk.problems(
                """
                pumps:
                  - {id: a, model: nibe-s1255, line: {serial: /dev/ttyUSB0, baud: 192O0}}
                """))
        .hasSize(2)
        .last()
        .asString()
        .contains("found serial, which nibe-s1255 does not have");
  }

  @Test
  void aSerialPortIsSetUpAsTheModelUsuallyIs() {
    PumpConfig cabin =
        desk.config("pumps:\n- {id: a, model: ivt-rego600, line: {serial: /dev/ttyAMA0}}\n")
            .pumps()
            .getFirst();
    assertThat(cabin.wiring())
        .isEqualTo(new Wiring.Serial("/dev/ttyAMA0", 19_200, Wiring.Parity.NONE, 1));
    assertThat(cabin.wire()).isEqualTo(Wire.REGO);
  }

  @Test
  void aRegoHasNoUnit() {
    assertThat(
            desk.problems(
                "pumps:\n- {id: a, model: ivt-rego600, line: {serial: /dev/ttyAMA0, unit: 1}}\n"))
        .containsExactly(
            "pumphouse.yaml:2: pumps[0].line.unit: found a unit id on a line that has none,"
                + " accepted: nothing; delete it, the pump has its line alone");
  }

  @Test
  void aRegoHasItsLineAlone() {
    assertThat(
            desk.problems(
                """
                pumps:
                  - {id: a, model: ivt-rego600, line: {serial: /dev/ttyUSB0}}
                  - {id: b, model: nibe-f1255, line: {serial: /dev/ttyUSB0, baud: 19200, unit: 2}}
                """))
        .containsExactly(
            "pumphouse.yaml:3: pumps[1].line: found /dev/ttyUSB0, as in pumps[0].line, accepted: a"
                + " line of its own; only Modbus pumps can share one");
  }
}

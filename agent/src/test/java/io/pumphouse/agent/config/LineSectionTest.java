package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Wiring;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LineSectionTest {
  @TempDir private Path folder;
  private Desk desk;
  private Lines lines;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
    lines = new Lines(folder);
  }

  @Test
  void aSerialLineHasDefaults() {
    assertThat(lines.wiring("{serial: /dev/ttyAMA0}"))
        .isEqualTo(new Wiring.Serial("/dev/ttyAMA0", 9600, Wiring.Parity.NONE, 1));
  }

  @Test
  void aSerialServerIsReachedOverTcp() {
    assertThat(lines.wiring("{rtu-over-tcp: 'Moxa.local:4001'}"))
        .isEqualTo(new Wiring.RtuOverTcp("moxa.local", 4001));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.10, 192.0.2.10:502",
    "'192.0.2.10:1502', 192.0.2.10:1502",
    "nibe.local, nibe.local:502",
    "'[2001:DB8::7]', '[2001:db8::7]:502'",
    "'[::1]:65535', '[::1]:65535'"
  })
  void aTcpLineIsAHostWithOrWithoutPort(String text, String name) {
    assertThat(lines.wiring("{tcp: '" + text + "'}").name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2",
        "192.0.2.256",
        "192.0.2.10:",
        "192.0.2.10:0",
        "192.0.2.10:65536",
        "192.0.2.10:0502",
        "::1",
        "[::1",
        "[::g]:502",
        "[192.0.2.10]:502",
        "-pump.local",
        "pump..local",
        "http://192.0.2.10",
        "a b",
        ":502",
        "*"
      })
  void whatIsNoAddressIsRefused(String text) {
    assertThat(lines.problems("{tcp: '" + text + "'}"))
        .containsExactly(
            "line.tcp: found \""
                + text
                + "\", accepted: host or host:port, such as 192.0.2.10:502 or [2001:db8::10]");
  }

  @Test
  void aSerialServerHasNoUsualPort() {
    assertThat(lines.problems("{rtu-over-tcp: 192.0.2.11}"))
        .containsExactly(
            "line.rtu-over-tcp: found \"192.0.2.11\", accepted: host:port, such as"
                + " 192.0.2.11:4001");
  }

  @Test
  void aSerialPortHasAFullPath() {
    assertThat(lines.problems("{serial: ttyUSB0}"))
        .containsExactly(
            "line.serial: found \"ttyUSB0\", accepted: the full path of a serial port, such as"
                + " /dev/ttyUSB0 or, better, its name under /dev/serial/by-id or by-path, or its"
                + " adapter as usb:0403:6001");
  }

  @Test
  void aSerialPortMayBeNamedByItsAdapter() {
    assertThat(lines.wiring("{serial: usb:1A86:7523}"))
        .isEqualTo(new Wiring.Serial("usb:1a86:7523", 9600, Wiring.Parity.NONE, 1));
    assertThat(lines.wiring("{serial: 'usb:0403:6001:A50285BI'}"))
        .isEqualTo(new Wiring.Serial("usb:0403:6001:A50285BI", 9600, Wiring.Parity.NONE, 1));
    assertThat(lines.problems("{serial: usb:0403}")).hasSize(1);
  }

  @Test
  void serialSettingsAreChecked() {
    assertThat(lines.problems("{serial: /dev/ttyS0, baud: 96O0, parity: mark, stop-bits: 1.5}"))
        .containsExactly(
            "line.baud: found \"96O0\", accepted: a number from 300 to 4000000, such as 9600",
            "line.parity: found \"mark\", accepted: none, even or odd",
            "line.stop-bits: found \"1.5\", accepted: 1 or 2");
  }

  @Test
  void aRegoHasOneSpeed() {
    String rego = "pumps:\n- {id: a, model: ivt-rego600, line: {serial: /dev/ttyAMA0, %s}}\n";

    assertThat(desk.problems(rego.formatted("baud: 9600, parity: even")))
        .extracting(problem -> problem.substring(problem.indexOf("line.")))
        .containsExactly(
            "line.baud: found \"9600\", accepted: 19200; delete it, this pump's port has no other",
            "line.parity: found \"even\", accepted: none; delete it, this pump's port has no other");
    assertThat(desk.config(rego.formatted("baud: 19200")).pumps().getFirst().wiring())
        .isEqualTo(new Wiring.Serial("/dev/ttyAMA0", 19_200, Wiring.Parity.NONE, 1));
  }

  @Test
  void serialSettingsHaveNoPlaceOnATcpLine() {
    assertThat(lines.problems("{tcp: 192.0.2.10, baud: 9600, parity: none, stop-bits: 1}"))
        .containsExactly(
            "line.baud: found a serial setting on a TCP line, accepted: nothing; delete it, a"
                + " serial server keeps its own",
            "line.parity: found a serial setting on a TCP line, accepted: nothing; delete it, a"
                + " serial server keeps its own",
            "line.stop-bits: found a serial setting on a TCP line, accepted: nothing; delete it, a"
                + " serial server keeps its own");
  }

  @Test
  void aLineHasOneWire() {
    String accepted =
        "accepted: one of tcp, serial, rtu-over-tcp or http, such as {tcp: \"192.0.2.10:502\","
            + " unit: 1}";

    assertThat(lines.problems("{unit: 1}")).containsExactly("line: found no wire, " + accepted);
    assertThat(lines.problems("{tcp: 192.0.2.10, serial: /dev/ttyS0, baud: 9600}"))
        .containsExactly("line: found more than one wire, " + accepted);
  }

  @Test
  void unitZeroIsEverybodyOnABus() {
    assertThat(desk.config(Lines.with("{tcp: 192.0.2.10, unit: 0}")).pumps().getFirst().unit())
        .isZero();
    assertThat(lines.problems("{serial: /dev/ttyS0, unit: 0}"))
        .containsExactly("line.unit: found \"0\", accepted: a number from 1 to 247, such as 1");
  }

  @Test
  void anAnswerHasBetweenFiftyMillisecondsAndAMinute() {
    assertThat(lines.problems("{tcp: 192.0.2.10, answer-within: 49ms}"))
        .containsExactly(
            "line.answer-within: found \"49ms\", accepted: a duration from 50ms to 1m, such as"
                + " 2s");
  }
}

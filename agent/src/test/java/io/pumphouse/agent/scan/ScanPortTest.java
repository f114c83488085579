package io.pumphouse.agent.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Says;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a scan sends into a serial port, and what it makes of a port where nobody answers. */
final class ScanPortTest {
  private final List<String> said = new ArrayList<>();

  @Test
  void aSilentPortIsGivenUpAfterAboutAMinuteWithAdvice() {
    FakeTime time = new FakeTime();
    Scan.Result result = scanPort(time, new ScriptedLine(time, _ -> List.of()));

    assertThat(result)
        .isInstanceOfSatisfying(
            Scan.NotFound.class,
            nothing -> assertThat(nothing.next()).contains("5.2.4").contains("--unit"));
    assertThat(Duration.ofNanos(time.nanos())).isLessThan(Duration.ofSeconds(52));
    assertThat(said)
        .containsSubsequence(
            "trying 19200 baud, parity none, 1 stop bit, as a Rego 600",
            "trying 19200 baud, parity none, 1 stop bit, as a Husdata H1",
            "trying 9600 baud, parity none, 1 stop bit, unit 1",
            "trying 19200 baud, parity even, 1 stop bit, unit 1",
            "trying 115200 baud, parity odd, 1 stop bit, unit 1",
            "trying 9600 baud, parity none, 1 stop bit, unit 10");
  }

  @Test
  void aPortWithOnlyNoiseIsToldApartFromASilentOne() {
    FakeTime time = new FakeTime();
    Scan.Result result =
        scanPort(
            time,
            new ScriptedLine(
                time, _ -> List.of(new Says(Duration.ofMillis(9), Frame.hex("FF 00 F8 80 00")))));

    assertThat(result)
        .isInstanceOfSatisfying(
            Scan.NotFound.class,
            nothing -> assertThat(nothing.next()).contains("A and B are swapped"));
  }

  @Test
  void aUnitAskedForByNumberMeansModbus() {
    FakeTime time = new FakeTime();
    ScriptedLine line = new ScriptedLine(time, _ -> List.of());
    new Scan(QuickMaps.maps(), _ -> line, time)
        .run(new Place.Port("/dev/ttyUSB0"), Set.of(3), said::add);

    assertThat(line.sent()).isNotEmpty().allMatch(frame -> frame.at(0) == 3);
  }

  @Test
  void nothingButReadsEverLeaves() {
    List<Frame> sent = sentToSilence();

    assertThat(sent.subList(0, 2))
        .containsExactly(Frame.hex("81 7F 00 00 00 00 00 00 00"), Frame.hex("0D 0A 58 52 0D 0A"));
    assertThat(sent.subList(2, sent.size()))
        .isNotEmpty()
        .allMatch(frame -> frame.at(1) >= 1 && frame.at(1) <= 4);
  }

  /** Nine bytes: 81, an odd command (1, 3 or 5 write), six bytes, and what they come to by xor. */
  @Test
  void aRegoHearsNoCommandInWhatIsMeantForOthers() {
    Frame all = joined(sentToSilence());
    for (int at = 0; at + 9 <= all.length(); at++) {
      Frame nine = all.slice(at, at + 9);
      int check = IntStream.range(2, 8).map(nine::at).reduce(0, (xor, each) -> xor ^ each);
      boolean isWrite = nine.at(0) == 0x81 && nine.at(1) % 2 == 1 && nine.at(1) != 0x7F;
      assertThat(isWrite && nine.at(8) == check).as("%s", nine).isFalse();
    }
  }

  @Test
  void anH1HearsNoCommandInWhatIsMeantForOthers() {
    String all = new String(joined(sentToSilence()).toBytes(), StandardCharsets.ISO_8859_1);

    assertThat(all).containsOnlyOnce("XR\r\n").doesNotContain("XW", "XP", "XM");
    assertThat(all.split("[\r\n]")).doesNotContain("!");
  }

  /** Its address and function do not matter: a frame that fails its checksum is nobody's. */
  @Test
  void aModbusDeviceHearsNoFrameInWhatIsMeantForOthers() {
    for (Frame frame : sentToSilence().subList(0, 2)) {
      assertThat(checksum(frame)).as("%s", frame).isNotZero();
    }
  }

  /** Modbus over serial line, section 6.2.2; zero over a frame that carries its own. */
  private static int checksum(Frame frame) {
    int sum = 0xFFFF;
    for (int at = 0; at < frame.length(); at++) {
      sum ^= frame.at(at);
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum & 1) == 0 ? sum >> 1 : sum >> 1 ^ 0xA001;
      }
    }
    return sum;
  }

  private List<Frame> sentToSilence() {
    FakeTime time = new FakeTime();
    ScriptedLine line = new ScriptedLine(time, _ -> List.of());
    scanPort(time, line);
    return line.sent();
  }

  private static Frame joined(List<Frame> frames) {
    return frames.stream().reduce(Frame.empty(), Frame::plus);
  }

  private Scan.Result scanPort(FakeTime time, Line line) {
    return new Scan(QuickMaps.maps(), _ -> line, time)
        .run(new Place.Port("/dev/ttyUSB0"), Set.of(), said::add);
  }
}

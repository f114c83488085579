package io.pumphouse.hal.husdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.PtyPair;
import io.pumphouse.hal.line.RealTime;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.SerialLine;
import io.pumphouse.hal.line.TcpDoor;
import io.pumphouse.hal.line.TcpLine;
import io.pumphouse.hal.line.Witness;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H1GatewayTest {
  private final Bench bench = new Bench();
  private final Teller gateway = bench.gateway;

  private static Frame typed(String text) {
    return Frame.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  private String says(String text) {
    return new String(gateway.heard(typed(text)).toBytes(), StandardCharsets.US_ASCII);
  }

  @Test
  void theExampleIsSaidByteForByte() {
    bench.words.keySet().removeIf(id -> id != 0x0107);

    assertThat(gateway.heard(Frame.hex("58 52 0D 0A")))
        .isEqualTo(Frame.hex("58 52 30 31 30 37 30 31 42 38 0D 0A"));
    assertThat(says("XP\r\n")).isEqualTo("XP\r\n");
    assertThat(says("XR\r\n")).isEqualTo("XR010701B8 107 Heating setpoint (44.0c)\r\n");
  }

  @Test
  void afterwardsOnlyChangesAreSaid() {
    says("XR\r\n");
    bench.words.put(0x0107, 441);

    assertThat(gateway.changes()).isEqualTo(typed("XR010701B9\r\n"));
    assertThat(gateway.changes()).isEqualTo(Frame.empty());
  }

  @Test
  void aRestartForgetsTheLabels() {
    says("XP\r\n");

    assertThat(says("!\r\n")).startsWith("XR0007FFDA\r\n");
  }

  @Test
  void aWriteReachesThePump() {
    says("XW020300D2\r\n");

    assertThat(bench.words).containsEntry(0x0203, 210);
  }

  @Test
  void aCommandMayEndWithCrAlone() {
    says("XW020300D2\r");

    assertThat(bench.words).containsEntry(0x0203, 210);
  }

  @Test
  void nonsenseChangesNothing() {
    assertThat(says("XW0203\r\nXX\r\nxr\r\n" + "X".repeat(10_000) + "\r\n")).isEmpty();
    assertThat(bench.words).containsEntry(0x0203, 200);
  }

  @Test
  void servingEndsWhenTheLineBreaks() {
    FakeTime time = new FakeTime();
    ScriptedLine line = new ScriptedLine(time, _ -> List.of());
    line.cue(new ScriptedLine.Breaks(Duration.ofMinutes(3)));

    assertThat(new H1Gateway(line, Bench.MAP, bench, time).serve().cause())
        .isEqualTo("scripted line: unplugged");
    assertThat(line.sent()).containsOnlyOnce(gateway.everything());
  }

  @Test
  void aPumpReadsAndWritesThroughARealPort(@TempDir Path folder) throws Exception {
    RealTime time = new RealTime();
    try (PtyPair cable = PtyPair.open(folder);
        SerialLine far = new SerialLine(cable.far(), time);
        SerialLine near = new SerialLine(cable.near(), time)) {
      serve(far);

      H1Pump pump = new H1Pump(near, Bench.QUICK, time, Witness.none());
      reads(pump);
      assertThat(pump.write(Bench.ROOM, 210)).isInstanceOf(Written.Done.class);
    }
  }

  @Test
  void aPumpReadsThroughASerialServer() throws Exception {
    try (TcpDoor door =
            new TcpDoor(
                "127.0.0.1",
                0,
                1,
                line -> new H1Gateway(line, Bench.MAP, bench, new RealTime()).serve());
        TcpLine line = line(door)) {
      reads(new H1Pump(line, Bench.QUICK, new RealTime(), Witness.none()));
    }
  }

  private static TcpLine line(TcpDoor door) {
    assertThat(door.open()).isEqualTo(new Line.Opened());
    return new TcpLine("127.0.0.1", door.port(), Duration.ofSeconds(5));
  }

  private void serve(Line line) {
    assertThat(line.open()).isEqualTo(new Line.Opened());
    Thread.ofPlatform()
        .daemon()
        .name("gateway")
        .start(() -> new H1Gateway(line, Bench.MAP, bench, new RealTime()).serve());
  }

  private static void reads(H1Pump pump) {
    List<Sample> samples = pump.read(List.of(Bench.OUTDOOR, Bench.HEATING, Bench.HOURS));

    assertThat(samples)
        .extracting(sample -> sample instanceof Reading reading ? reading.raw() : sample)
        .containsExactly(-38L, 440L, 33_595L);
  }
}

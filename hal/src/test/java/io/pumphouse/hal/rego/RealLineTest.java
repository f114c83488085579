package io.pumphouse.hal.rego;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.PtyPair;
import io.pumphouse.hal.line.RealTime;
import io.pumphouse.hal.line.SerialLine;
import io.pumphouse.hal.line.TcpDoor;
import io.pumphouse.hal.line.TcpLine;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our master and our slave on real lines. */
class RealLineTest {
  private static final List<RegisterId> ASKED = List.of(Maps.OUTDOOR, Maps.HOURS);

  private final Bench device = new Bench();
  private final RealTime time = new RealTime();

  @BeforeEach
  void fill() {
    device.words.put(0x020A, 0xFFFF & -38);
    device.words.put(0x0048, 33595);
  }

  private RegoBus bus(Line line) {
    return new RegoBus(line, Duration.ofSeconds(4), time, new Log());
  }

  private static Wiring.Serial rego(Wiring.Serial end) {
    return new Wiring.Serial(end.path(), 19_200, Wiring.Parity.NONE, 1);
  }

  private Line serving(PtyPair cable) {
    Line line = new SerialLine(rego(cable.far()), time);
    RegoSlave slave = new RegoSlave(line, device);
    assertThat(line.open()).isEqualTo(new Line.Opened());
    Thread.ofPlatform().daemon().name("slave").start(slave::serve);
    return line;
  }

  private static List<Long> raws(List<Sample> samples) {
    return samples.stream().map(sample -> ((Reading) sample).raw()).toList();
  }

  @Test
  void masterAndSlaveUnderstandEachOtherOverTcp() {
    try (TcpDoor door =
        new TcpDoor("127.0.0.1", 0, 2, guest -> new RegoSlave(guest, device).serve())) {
      assertThat(door.open()).isEqualTo(new Line.Opened());
      try (RegoBus bus = bus(new TcpLine("127.0.0.1", door.port(), Duration.ofSeconds(5)))) {
        RegoPump pump = new RegoPump(bus, Maps.rego(0));

        assertThat(raws(pump.read(ASKED))).containsExactly(-38L, 33595L);
        assertThat(pump.write(Maps.CURVE, 27)).isInstanceOf(Written.Done.class);
        assertThat(pump.lastErrors()).isInstanceOf(ErrorLog.Heard.class);
      }
    }
  }

  @Test
  void aCablePulledAndPutBackIsReadAgain(@TempDir Path folder) throws IOException {
    PtyPair cable = PtyPair.open(folder);
    RegoBus bus = bus(new SerialLine(rego(cable.near()), time));
    RegoPump pump = new RegoPump(bus, Maps.rego(0));
    try (cable;
        bus;
        Line slave = serving(cable)) {
      assertThat(slave.name()).endsWith("far");
      assertThat(raws(pump.read(ASKED))).containsExactly(-38L, 33595L);
    }

    assertThat(pump.read(ASKED))
        .allSatisfy(
            sample -> assertThat(((Invalid) sample).fault()).isInstanceOf(Fault.LineDown.class));
    assertThat(pump.link()).isInstanceOf(Link.Down.class);

    try (PtyPair again = PtyPair.open(folder);
        bus;
        Line slave = serving(again)) {
      assertThat(slave.name()).endsWith("far");
      assertThat(raws(pump.read(ASKED))).containsExactly(-38L, 33595L);
    }
  }
}

package io.pumphouse.hal.modbus;

import static io.pumphouse.hal.modbus.Bench.id;
import static io.pumphouse.hal.modbus.Bench.inputs;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.PtyPair;
import io.pumphouse.hal.line.RealTime;
import io.pumphouse.hal.line.SerialLine;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Space;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our master and our slave on real serial lines. */
class PtyTest {
  private static final List<RegisterId> ASKED = List.of(id(Space.INPUT, 10), id(Space.INPUT, 12));

  private final Bench device = new Bench();
  private final RealTime time = new RealTime();

  private Line serving(PtyPair cable) {
    Line line = new SerialLine(cable.far(), time);
    ModbusSlave slave = new ModbusSlave(line, Framing.RTU, 1, device);
    assertThat(line.open()).isEqualTo(new Line.Opened());
    Thread.ofPlatform().daemon().name("slave").start(slave::serve);
    return line;
  }

  private ModbusBus bus(Wiring.Serial wiring) {
    Timing timing = Timing.of(wiring, Duration.ofSeconds(5), Duration.ZERO);
    return new ModbusBus(new SerialLine(wiring, time), Framing.RTU, timing, time);
  }

  private static List<Long> raws(List<Sample> samples) {
    return samples.stream().map(sample -> ((Reading) sample).raw()).toList();
  }

  @Test
  void masterAndSlaveUnderstandEachOther(@TempDir Path folder) throws IOException {
    try (PtyPair cable = PtyPair.open(folder);
        Line slave = serving(cable);
        ModbusBus bus = bus(cable.near())) {
      ModbusPump pump = new ModbusPump(bus, 1, Bench.map(inputs(10, 12), 20));
      assertThat(slave.name()).endsWith("far");

      assertThat(raws(pump.read(ASKED))).containsExactly(10L, 12L);
    }
  }

  @Test
  void aCablePulledAndPutBackIsReadAgain(@TempDir Path folder) throws IOException {
    PtyPair cable = PtyPair.open(folder);
    ModbusBus bus = bus(cable.near());
    ModbusPump pump = new ModbusPump(bus, 1, Bench.map(inputs(10, 12), 20));
    try (cable;
        bus;
        Line slave = serving(cable)) {
      assertThat(slave.name()).endsWith("far");
      assertThat(raws(pump.read(ASKED))).containsExactly(10L, 12L);
    }

    assertThat(pump.read(ASKED))
        .allSatisfy(
            sample -> assertThat(((Invalid) sample).fault()).isInstanceOf(Fault.LineDown.class));
    assertThat(pump.link()).isInstanceOf(Link.Down.class);

    try (PtyPair again = PtyPair.open(folder);
        bus;
        Line slave = serving(again)) {
      assertThat(slave.name()).endsWith("far");
      assertThat(raws(pump.read(ASKED))).containsExactly(10L, 12L);
    }
  }
}

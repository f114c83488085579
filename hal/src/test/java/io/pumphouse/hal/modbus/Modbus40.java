package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.sim.Drive;
import io.pumphouse.hal.sim.Panel;
import io.pumphouse.hal.sim.SimulatedPump;
import io.pumphouse.hal.sim.VirtualHeatPump;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** An F1255 behind a MODBUS 40 of which little is known, in memory. Confined to one thread. */
final class Modbus40 {
  static final RegisterId WORD_SWAP = new RegisterId("48852");
  static final RegisterId DISABLE_LOG_SET = new RegisterId("48889");
  static final RegisterId SETPOINT = new RegisterId("47398");
  private static final List<Integer> OFFSETS = List.of(0, 40_000, 40_001);
  static final RegisterMap MAP = map(WordOrder.LOW_FIRST);
  static final RegisterId OUTDOOR = id(Metric.OUTDOOR_TEMP);
  static final RegisterId HOURS = id(Metric.COMPRESSOR_HOURS);

  final FakeTime time = new FakeTime();
  RegisterBank bank = (Nothing) (_, _, _) -> new RegisterBank.Refusal(2);
  boolean isDead;
  final ScriptedLine line = new ScriptedLine(time, this::answer);

  private List<Cue> answer(Frame sent) {
    RtuListener slave = new RtuListener(1, new Clerk(bank));
    return !isDead && slave.heard(sent) instanceof Turn.Answering(Frame answer)
        ? List.of(new Says(Duration.ofMillis(20), answer))
        : List.of();
  }

  /** A bank that nobody writes to. */
  interface Nothing extends RegisterBank {
    @Override
    default Answer write(Space space, int address, List<Integer> values) {
      return new Refusal(1);
    }
  }

  private static RegisterMap map(WordOrder order) {
    if (!(new RegisterMaps().find("nibe-f1255") instanceof Lookup.Found(RegisterMap map))) {
      throw new AssertionError("nibe-f1255 is shipped");
    }
    Model model = map.model();
    Model modbus40 =
        new Model(
            model.id(),
            model.title(),
            model.wires(),
            order,
            model.registersPerRequest(),
            model.bitsPerRequest(),
            model.pause(),
            model.answerWithin(),
            model.readable(),
            model.exceptionForAbsent(),
            OFFSETS,
            Set.of(Quirk.WRITE_MULTIPLE, Quirk.LOG_SET, Quirk.WORD_SWAP),
            model.sources());
    return new RegisterMap(modbus40, map.registers(), map.metrics());
  }

  static RegisterId id(Metric metric) {
    return MAP.find(metric).map(Register::id).orElseThrow();
  }

  static int address(RegisterId id) {
    return MAP.find(id).map(Register::address).orElseThrow();
  }

  /** The virtual pump behind an accessory that adds this to every address and sends this order. */
  void plugIn(int offset, WordOrder order, int wordSwap) {
    VirtualHeatPump virtual = VirtualHeatPump.atWork(1255, Drive.INVERTER, time.wall());
    SimulatedPump pump = new SimulatedPump(new Panel(map(order), virtual), time, 1);
    pump.write(Space.HOLDING, address(WORD_SWAP), List.of(wordSwap));
    bank = new Shifted(pump, offset);
  }

  private record Shifted(RegisterBank pump, int offset) implements RegisterBank {
    @Override
    public Answer read(Space space, int address, int count) {
      return address < offset ? new Refusal(2) : pump.read(space, address - offset, count);
    }

    @Override
    public Answer write(Space space, int address, List<Integer> values) {
      return address < offset ? new Refusal(2) : pump.write(space, address - offset, values);
    }
  }

  ModbusPump pump(RegisterId... logSet) {
    Wiring wiring = new Wiring.Serial("/dev/ttyUSB0", 9600, Wiring.Parity.NONE, 1);
    Timing timing = Timing.of(wiring, List.of(MAP.model()));
    return new ModbusPump(new ModbusBus(line, Framing.RTU, timing, time), 1, MAP, Set.of(logSet));
  }

  static long raw(Sample sample) {
    return switch (sample) {
      case Reading reading -> reading.raw();
      default -> throw new AssertionError(sample.toString());
    };
  }

  long word(int address) {
    return switch (bank.read(Space.HOLDING, address, 1)) {
      case RegisterBank.Values(var words) -> words.getFirst();
      case RegisterBank.Refusal refusal -> throw new AssertionError(refusal.toString());
    };
  }
}

package io.pumphouse.agent.real;

import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.hal.husdata.H1Gateway;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.SerialLine;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.line.Wiring.Parity;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.modbus.RegisterBank;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.rego.RegoSlave;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Our own emulators at the far end of a cable, with the few numbers that a test needs. */
final class SerialPump implements AutoCloseable {
  private static final TimeSource TIME = new SystemTime();

  private final Line line;

  private SerialPump(PtyPair cable, Consumer<Line> serve) {
    line =
        new SerialLine(new Wiring.Serial(cable.pumpEnd().toString(), 19_200, Parity.NONE, 1), TIME);
    Thread.ofPlatform().name("serial pump").start(() -> serve.accept(line));
  }

  /** A Rego with these numbers in its system memory and zeros elsewhere. */
  static SerialPump rego(PtyPair cable, Map<Integer, Integer> numbers) {
    return new SerialPump(cable, line -> new RegoSlave(line, new Few(numbers)).serve());
  }

  /** An H1 that has been told these numbers by its pump and no others. */
  static SerialPump h1(PtyPair cable, RegisterMap map, Map<Integer, Integer> numbers) {
    return new SerialPump(cable, line -> new H1Gateway(line, map, new Few(numbers), TIME).serve());
  }

  private record Few(Map<Integer, Integer> numbers) implements RegisterBank {
    @Override
    public Answer read(Space space, int address, int count) {
      boolean isHere = space == Space.SYSTEM || space == Space.GATEWAY;
      return isHere && numbers.containsKey(address)
          ? new Values(List.of(numbers.get(address) & 0xFFFF))
          : new Refusal(2);
    }

    @Override
    public Answer write(Space space, int address, List<Integer> values) {
      throw new AssertionError("the agent writes nothing unasked");
    }
  }

  @Override
  public void close() {
    line.close();
  }
}

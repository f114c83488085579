import com.ghgande.j2mod.modbus.Modbus;
import com.ghgande.j2mod.modbus.facade.AbstractModbusMaster;
import com.ghgande.j2mod.modbus.facade.ModbusSerialMaster;
import com.ghgande.j2mod.modbus.facade.ModbusTCPMaster;
import com.ghgande.j2mod.modbus.util.SerialParameters;
import io.pumphouse.agent.app.Lines;
import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.modbus.Framing;
import io.pumphouse.hal.modbus.ModbusBus;
import io.pumphouse.hal.modbus.Outcome;
import io.pumphouse.hal.modbus.Question;
import io.pumphouse.hal.modbus.Timing;
import io.pumphouse.hal.reading.Space;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;

/**
 * The agent's bus and stock j2mod, asking as master.c does: agent|pausing|j2mod, then the words of
 * master.c. With pausing the pause is kept by the bus, as a model's is, else slept outside of it.
 * Prints the milliseconds of each scan and the milliseconds of processor time in it.
 */
final class Masters {
  private static final int PATIENCE_MILLIS = 2000;
  private static final int CLOCK_PROCESS_CPUTIME_ID = 2;
  private static final MemorySegment NOW = Arena.global().allocate(16, 8);
  private static final MethodHandle CLOCK =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("clock_gettime"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

  private interface Master {
    void read(int address, int registers) throws Exception;
  }

  public static void main(String[] typed) throws Throwable {
    long pause = Long.parseLong(typed[6]);
    boolean isPausing = typed[0].equals("pausing");
    Master master =
        typed[0].equals("j2mod")
            ? j2mod(typed[1], typed[2])
            : agent(typed[1], typed[2], Duration.ofMillis(isPausing ? pause : 0));
    int most = Integer.parseInt(typed[5]);
    for (int scan = 0; scan < Integer.parseInt(typed[8]); scan++) {
      long began = System.nanoTime();
      long worked = processorNanos();
      int end = Integer.parseInt(typed[3]) + Integer.parseInt(typed[4]);
      for (int address = Integer.parseInt(typed[3]); address < end; address += most) {
        if (pause > 0 && !isPausing) {
          Thread.sleep(pause);
        }
        master.read(address, Math.min(most, end - address));
      }
      double millis = (System.nanoTime() - began) / 1e6;
      System.out.println(millis + " " + (processorNanos() - worked) / 1e6);
    }
    System.exit(0);
  }

  /** The JVM's own figure comes in steps of 10 ms. */
  private static long processorNanos() throws Throwable {
    int _ = (int) CLOCK.invokeExact(CLOCK_PROCESS_CPUTIME_ID, NOW);
    return NOW.getAtIndex(ValueLayout.JAVA_LONG, 0) * 1_000_000_000
        + NOW.getAtIndex(ValueLayout.JAVA_LONG, 1);
  }

  private static Master agent(String kind, String where, Duration pause) {
    int colon = where.lastIndexOf(':');
    int number = Integer.parseInt(where.substring(colon + 1));
    String name = where.substring(0, colon);
    Wiring wiring =
        kind.equals("tcp")
            ? new Wiring.Tcp(name, number)
            : new Wiring.Serial(name, number, Wiring.Parity.NONE, 1);
    SystemTime time = new SystemTime();
    Timing timing = Timing.of(wiring, Duration.ofMillis(PATIENCE_MILLIS), pause);
    ModbusBus bus = new ModbusBus(Lines.to(wiring, time), Framing.of(wiring), timing, time);
    return (address, registers) -> {
      Outcome outcome = bus.ask(1, new Question.Read(Space.HOLDING, address, registers));
      if (!(outcome instanceof Outcome.Answered)) {
        throw new IllegalStateException(outcome.toString());
      }
    };
  }

  private static Master j2mod(String kind, String where) throws Exception {
    int colon = where.lastIndexOf(':');
    int number = Integer.parseInt(where.substring(colon + 1));
    String name = where.substring(0, colon);
    AbstractModbusMaster master =
        kind.equals("tcp")
            ? new ModbusTCPMaster(name, number, PATIENCE_MILLIS, false)
            : new ModbusSerialMaster(serial(name, number), PATIENCE_MILLIS);
    master.connect();
    return (address, registers) -> master.readMultipleRegisters(1, address, registers);
  }

  private static SerialParameters serial(String path, int baud) {
    SerialParameters parameters = new SerialParameters(path, baud, 0, 0, 8, 1, 0, false);
    parameters.setEncoding(Modbus.SERIAL_ENCODING_RTU);
    return parameters;
  }
}

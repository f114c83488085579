import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.hal.line.SerialLine;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.modbus.Framing;
import io.pumphouse.hal.modbus.ModbusBus;
import io.pumphouse.hal.modbus.ModbusPump;
import io.pumphouse.hal.modbus.Outcome;
import io.pumphouse.hal.modbus.Question;
import io.pumphouse.hal.modbus.Timing;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Pace;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Space;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * The agent's own code asking again and again: PATH BAUD REGISTERS|MODEL. One block of registers, or
 * the core metrics of a model as its pump plans them, but without the model's pause. Each line that
 * comes in says how many scans; prints the milliseconds of each, then the requests of the last.
 */
final class LineScan {
  private static final BufferedReader IN =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  /** Returns the requests it took. */
  private interface Scan {
    List<String> once();
  }

  public static void main(String[] typed) throws IOException {
    Wiring.Serial wiring =
        new Wiring.Serial(typed[0], Integer.parseInt(typed[1]), Wiring.Parity.NONE, 1);
    SystemTime time = new SystemTime();
    Timing timing = Timing.of(wiring, Duration.ofSeconds(2), Duration.ZERO);
    try (ModbusBus bus = new ModbusBus(new SerialLine(wiring, time), Framing.RTU, timing, time)) {
      Scan scan = scan(bus, typed[2]);
      System.out.println("ready");
      for (String scans = IN.readLine(); scans != null; scans = IN.readLine()) {
        run(scan, Integer.parseInt(scans), time);
      }
    }
  }

  private static Scan scan(ModbusBus bus, String what) {
    if (what.chars().allMatch(Character::isDigit)) {
      return () -> block(bus, Integer.parseInt(what));
    }
    if (!(new RegisterMaps().find(what) instanceof Lookup.Found(RegisterMap map))) {
      throw new IllegalArgumentException("no model " + what);
    }
    List<RegisterId> registers =
        map.metrics().entrySet().stream()
            .filter(bound -> bound.getKey().pace() != Pace.ON_DEMAND)
            .map(bound -> bound.getValue())
            .toList();
    ModbusPump pump = new ModbusPump(bus, 1, map);
    return () -> metrics(pump, registers);
  }

  private static List<String> block(ModbusBus bus, int registers) {
    Outcome outcome = bus.ask(1, new Question.Read(Space.HOLDING, 0, registers));
    if (!(outcome instanceof Outcome.Answered)) {
      throw new IllegalStateException(outcome.toString());
    }
    return List.of("holding 0-" + (registers - 1));
  }

  private static List<String> metrics(ModbusPump pump, List<RegisterId> registers) {
    List<PlannedRead> plan = pump.plan(registers);
    plan.forEach(read -> pump.read(read.registers()).forEach(LineScan::check));
    return plan.stream().map(PlannedRead::span).toList();
  }

  /** The slave holds the same number everywhere, which not every register can believe. */
  private static void check(Sample sample) {
    if (sample instanceof Invalid(_, _, Fault fault) && !(fault instanceof Fault.Implausible)) {
      throw new IllegalStateException(sample.toString());
    }
  }

  /** From the end of one scan to the end of the next: whatever happens in between counts. */
  private static void run(Scan scan, int scans, SystemTime time) {
    List<String> requests = List.of();
    long ended = time.nanos();
    for (int done = 0; done < scans; done++) {
      requests = scan.once();
      long now = time.nanos();
      System.out.println((now - ended) / 1e6);
      ended = now;
    }
    System.out.println(String.join(",", requests));
  }
}

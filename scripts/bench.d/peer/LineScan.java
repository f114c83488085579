import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.hal.line.SerialLine;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.modbus.Framing;
import io.pumphouse.hal.modbus.ModbusBus;
import io.pumphouse.hal.modbus.Outcome;
import io.pumphouse.hal.modbus.Question;
import io.pumphouse.hal.modbus.Timing;
import io.pumphouse.hal.reading.Space;
import java.time.Duration;

/** The agent's own bus asking one block again and again: PATH BAUD REGISTERS SCANS; prints milliseconds. */
final class LineScan {
  public static void main(String[] typed) {
    Wiring.Serial wiring =
        new Wiring.Serial(typed[0], Integer.parseInt(typed[1]), Wiring.Parity.NONE, 1);
    Question question = new Question.Read(Space.HOLDING, 0, Integer.parseInt(typed[2]));
    SystemTime time = new SystemTime();
    Timing timing = Timing.of(wiring, Duration.ofSeconds(2), Duration.ZERO);
    try (ModbusBus bus = new ModbusBus(new SerialLine(wiring, time), Framing.RTU, timing, time)) {
      // From the end of one scan to the end of the next: whatever happens in between counts.
      long ended = time.nanos();
      for (int scan = 0; scan < Integer.parseInt(typed[3]); scan++) {
        Outcome outcome = bus.ask(1, question);
        if (!(outcome instanceof Outcome.Answered)) {
          throw new IllegalStateException("scan " + scan + ": " + outcome);
        }
        long now = time.nanos();
        System.out.println((now - ended) / 1e6);
        ended = now;
      }
    }
  }
}

package io.pumphouse.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Breaks;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.reading.Space;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a line where most answers go wrong, what is believed is always what the device said. */
class FaultyLineTest {
  private static final Duration ANSWER_WITHIN = Duration.ofMillis(200);

  private final FakeTime time = new FakeTime();
  private final Random random = new Random(42);

  @ParameterizedTest
  @EnumSource
  void noFaultEverBecomesAValue(Framing framing) {
    ModbusBus bus = bus(framing);
    int answered = 0;
    for (int question = 0; question < 2_000; question++) {
      int address = 10 * random.nextInt(5);
      int count = 1 + random.nextInt(3);
      if (bus.ask(1, new Read(Space.INPUT, address, count)) instanceof Answered right) {
        answered++;
        assertThat(right.values())
            .as("question %d", question)
            .isEqualTo(IntStream.range(address, address + count).boxed().toList());
      }
    }
    // One in eight goes well, and nothing that goes wrong may cost more than the questions near it.
    assertThat(answered).isGreaterThan(150);
  }

  private ModbusBus bus(Framing framing) {
    Clerk clerk = new Clerk(new Bench());
    Listener slave =
        switch (framing) {
          case RTU -> new RtuListener(1, clerk);
          case TCP -> new TcpListener("client", 1, clerk);
        };
    Wiring wiring =
        switch (framing) {
          case RTU -> new Wiring.Serial("/dev/ttyUSB0", 9600, Wiring.Parity.NONE, 1);
          case TCP -> new Wiring.Tcp("192.0.2.10", 502);
        };
    ScriptedLine line =
        new ScriptedLine(
            time,
            sent ->
                slave.heard(sent) instanceof Turn.Answering(Frame answer)
                    ? spoiled(framing, answer)
                    : List.of());
    return new ModbusBus(line, framing, Timing.of(wiring, ANSWER_WITHIN, Duration.ZERO), time);
  }

  private List<Cue> spoiled(Framing framing, Frame answer) {
    return switch (random.nextInt(8)) {
      case 0 -> says(20, answer);
      case 1 -> List.of();
      case 2 -> says(201 + random.nextInt(198), answer);
      case 3 -> says(20, answer.slice(0, 1 + random.nextInt(answer.length() - 1)));
      case 4 -> says(20, answer.plus(answer));
      case 5 -> says(20, framing == Framing.RTU ? flipped(answer) : Frame.of(1, 2, 3, 4, 5, 6));
      case 6 -> says(20, Frame.of(random.nextInt(256)).plus(answer));
      default -> List.of(new Breaks(Duration.ofMillis(random.nextInt(100))));
    };
  }

  private static List<Cue> says(int afterMillis, Frame bytes) {
    return List.of(new Says(Duration.ofMillis(afterMillis), bytes));
  }

  private Frame flipped(Frame answer) {
    byte[] bytes = answer.toBytes();
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return Frame.of(bytes);
  }
}

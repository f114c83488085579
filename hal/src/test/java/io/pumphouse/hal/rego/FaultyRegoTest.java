package io.pumphouse.hal.rego;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Breaks;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.modbus.RegisterBank;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.rego.Outcome.Answered;
import io.pumphouse.hal.rego.Parsed.Sound;
import io.pumphouse.hal.rego.Question.Read;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On a line where most answers go wrong, what is believed is what the register held when it was
 * asked. Apart from that are damaged answers that the protocol cannot tell from good ones: their
 * number is what the weakness of the check allows, and not one more.
 */
class FaultyRegoTest {
  private static final int QUESTIONS = 4_000;
  private static final int FATES = 9;
  private static final int TRUCE_EVERY = 100;

  private final FakeTime time = new FakeTime();
  private Random random = new Random();

  /** A register says where it is and which second it is, so no two answers are alike by chance. */
  private static int truth(int address, long second) {
    return (int) ((address * 40_503L + second * 2_654_435_761L) >>> 8) & 0xFFFF;
  }

  /** What came of the answer to the question under way. */
  private int truthWhenAsked;

  private boolean isForgedSoundly;
  private boolean isTruce;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noFaultEverBecomesAValue(long seed) {
    random = new Random(seed);
    RegoBus bus = bus();
    int answered = 0;
    int forged = 0;
    for (int question = 0; question < QUESTIONS; question++) {
      isForgedSoundly = false;
      Read read = new Read(Space.SYSTEM, 0x0209 + random.nextInt(11));
      if (bus.ask(read) instanceof Answered<Integer>(Integer word, _)) {
        answered++;
        if (isForgedSoundly) {
          forged++;
        } else {
          assertThat(word).as("seed %d question %d", seed, question).isEqualTo(truthWhenAsked);
        }
      }
      if (question % TRUCE_EVERY == 0) {
        assertTheNextIsAnswered(bus);
      }
      time.advance(Duration.ofMillis(random.nextInt(3_000)));
    }
    // One in nine goes well; of the ninth with two flipped bits 3.5 % pass, about fifteen.
    assertThat(answered).isGreaterThan(300);
    assertThat(forged).isBetween(1, 40);
  }

  /** Whatever is still under way, one question after the faults have ended all is well. */
  private void assertTheNextIsAnswered(RegoBus bus) {
    isTruce = true;
    assertThat(bus.ask(new Read(Space.SYSTEM, 0x0209)))
        .isInstanceOfSatisfying(
            Answered.class, it -> assertThat(it.answer()).isEqualTo(truthWhenAsked));
    isTruce = false;
  }

  private RegoBus bus() {
    ScriptedLine line = new ScriptedLine(time, this::fate);
    return new RegoBus(line, Bench.ANSWER_WITHIN, time, new Log());
  }

  private List<Cue> fate(Frame sent) {
    Frame answer = new Listener(new Clerk(device(), Addressing.asMapped(), List.of())).heard(sent);
    int turnaround = 10 + random.nextInt(60);
    return switch (isTruce ? 0 : random.nextInt(FATES)) {
      case 0 -> says(turnaround, answer);
      case 1 -> List.of();
      case 2 -> says(2_008 + random.nextInt(1_990), answer);
      case 3 -> says(turnaround, answer.slice(0, 1 + random.nextInt(answer.length() - 1)));
      case 4 -> twice(turnaround, answer);
      case 5 -> says(turnaround, flipped(answer, 1));
      case 6 -> says(turnaround, flipped(answer, 2));
      case 7 -> says(turnaround, noise().plus(answer));
      default -> List.of(new Breaks(Duration.ofMillis(random.nextInt(100))));
    };
  }

  private RegisterBank device() {
    return new RegisterBank() {
      @Override
      public Answer read(Space space, int address, int count) {
        truthWhenAsked = truth(address, time.nanos() / 1_000_000_000);
        return new Values(List.of(truthWhenAsked));
      }

      @Override
      public Answer write(Space space, int address, List<Integer> values) {
        return new Values(values);
      }
    };
  }

  private static List<Cue> says(int afterMillis, Frame bytes) {
    return List.of(new Says(Duration.ofMillis(afterMillis), bytes));
  }

  /** In pieces, so that the second follows at any time within the pause. */
  private List<Cue> twice(int afterMillis, Frame answer) {
    List<Cue> both = new ArrayList<>(says(afterMillis, answer));
    both.addAll(says(afterMillis + random.nextInt(80), answer));
    return both;
  }

  private Frame noise() {
    byte[] bytes = new byte[1 + random.nextInt(8)];
    random.nextBytes(bytes);
    return Frame.of(bytes);
  }

  private Frame flipped(Frame answer, int bits) {
    Frame damaged = answer;
    for (int flips = 0; flips < bits; flips++) {
      damaged = FrameTest.flipped(damaged, random.nextInt(8 * answer.length()));
    }
    isForgedSoundly = !damaged.equals(answer) && Answers.parseWord(damaged) instanceof Sound<?>;
    return damaged;
  }
}

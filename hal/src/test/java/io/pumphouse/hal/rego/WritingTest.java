package io.pumphouse.hal.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import org.junit.jupiter.api.Test;

/** Written once, read back, and never said to be done when nobody knows. */
class WritingTest {
  private final Bench device = new Bench();
  private final RegoPump pump = new RegoPump(device.bus, Maps.rego(0));

  private Written write(long raw) {
    return pump.write(Maps.CURVE, raw);
  }

  private long writes() {
    return device.asked.stream().filter(question -> question.startsWith("write")).count();
  }

  @Test
  void whatWasWrittenIsReadBack() {
    assertThat(write(27))
        .isInstanceOfSatisfying(Written.Done.class, it -> assertThat(it.raw()).isEqualTo(27));
    assertThat(device.sent()).contains(Golden.frame("heat-curve-question"));
    assertThat(device.asked).containsExactly("write 27 to system 0x0000", "read system 0x0000");
  }

  @Test
  void aNumberBelowZeroIsWrittenAndReadBack() {
    assertThat(write(-5))
        .isInstanceOfSatisfying(Written.Done.class, it -> assertThat(it.raw()).isEqualTo(-5));
    assertThat(device.words).containsEntry(0, 0xFFFB);
  }

  @Test
  void aWriteThatIsHeardAndIgnoredIsToldWithWhatStandsThereNow() {
    device.words.put(0x0000, 30);
    device.frozen.add(0x0000);

    assertThat(write(27))
        .isInstanceOfSatisfying(Written.Ignored.class, it -> assertThat(it.raw()).isEqualTo(30));
    assertThat(writes()).isEqualTo(1);
  }

  @Test
  void aWriteWhoseAnswerIsLostIsUnknownAndNotRepeated() {
    device.losesAnswers = "write";

    assertThat(write(27))
        .isInstanceOfSatisfying(
            Written.Unknown.class,
            it -> {
              assertThat(it.fault()).isInstanceOf(Fault.NoAnswer.class);
              assertThat(it.next()).isNotBlank();
            });
    assertThat(writes()).isEqualTo(1);
    assertThat(pump.link()).isEqualTo(new Link.Up());
  }

  @Test
  void aWriteThatCannotBeReadBackIsUnknown() {
    device.losesAnswers = "read";

    assertThat(write(27)).isInstanceOf(Written.Unknown.class);
    assertThat(device.words).containsEntry(0, 27);
  }

  @Test
  void aWriteDuringWhichTheLineBreaksIsUnknown() {
    assertThat(pump.lastErrors()).isInstanceOf(ErrorLog.Heard.class);
    device.breaksNext = true;

    assertThat(write(27)).isInstanceOf(Written.Unknown.class);
    assertThat(pump.link()).isInstanceOf(Link.Down.class);
  }

  @Test
  void aWriteToAPumpThatIsNotThereIsNotSent() {
    device.isDead = true;

    assertThat(write(27))
        .isInstanceOfSatisfying(
            Written.NotSent.class, it -> assertThat(it.next()).contains("\"Info\" screen"));
    assertThat(device.sent()).containsExactly(Golden.frame("version-question"));
  }

  @Test
  void whatTheMapCallsReadOnlyOrTheTypeCannotHoldIsABug() {
    assertThatIllegalArgumentException().isThrownBy(() -> pump.write(Maps.HOURS, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> write(40_000));
    assertThat(device.sent()).isEmpty();
  }
}

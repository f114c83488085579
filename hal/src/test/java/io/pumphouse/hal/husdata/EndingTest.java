package io.pumphouse.hal.husdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Ending;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the line's book hears of an update, which may be of use although it was damaged. */
class EndingTest {
  private final Bench bench = Bench.labelled();

  private List<Sample> read() {
    return bench.pump.read(Bench.ALL);
  }

  private Fault.Damage damage() {
    assertThat(bench.seen.getLast().ending()).isInstanceOf(Ending.Bad.class);
    Fault fault = ((Ending.Bad) bench.seen.getLast().ending()).fault();
    assertThat(fault).isInstanceOf(Fault.Garbled.class);
    return ((Fault.Garbled) fault).damage();
  }

  @Test
  void aWholeUpdateIsGood() {
    read();

    assertThat(bench.seen.getLast().ending()).isEqualTo(new Ending.Good());
  }

  @Test
  void anUpdateThatBreaksOffIsShortAndWhatItSaidIsBelieved() {
    bench.damage = answer -> answer.slice(0, answer.length() / 2);

    assertThat(read().getFirst()).isInstanceOf(Reading.class);
    assertThat(damage()).isEqualTo(Fault.Damage.SHORT);
  }

  @Test
  void aLineThatDisagreesWithItsLabelIsAWrongChecksum() {
    bench.damage =
        answer ->
            Frame.of(
                new String(answer.toBytes(), StandardCharsets.ISO_8859_1)
                    .replace("(44.0c)", "(45.0c)")
                    .getBytes(StandardCharsets.ISO_8859_1));
    read();

    assertThat(damage()).isEqualTo(Fault.Damage.CHECKSUM);
  }
}

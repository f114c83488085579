package io.pumphouse.agent.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Ending;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.LineBook;
import io.pumphouse.hal.line.Transaction;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.line.Wording;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.PumpId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBooksTest {
  private final FakeTime time = new FakeTime();
  private final LineBook book =
      new LineBook(new Wiring.Serial("/dev/ttyUSB0", 9600, Wiring.Parity.NONE, 1), time);
  private final LineBooks books =
      new LineBooks(
          List.of(new LineBooks.Seat(new PumpId("house"), "/dev/ttyUSB0", 1, book)), time);

  private void saw(Ending ending) {
    book.saw(
        new Transaction(
            1,
            Wording.of("", ""),
            Frame.of(1, 3),
            Frame.of(0xFF),
            time.now(),
            Duration.ofMillis(20),
            ending));
  }

  @Test
  void aHealthyLineHasNothingToSay() {
    for (int i = 0; i < 100; i++) {
      saw(new Ending.Good());
    }

    assertThat(books.checks()).isEmpty();
  }

  @Test
  void whatTheFaultsPointToIsOnTheHealthBoard() {
    for (int i = 0; i < 20; i++) {
      saw(new Ending.Bad(new Fault.Garbled(Fault.Damage.NOISE, "nothing that makes a frame")));
    }

    assertThat(books.checks())
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.name()).isEqualTo("line of house");
              assertThat(check.isWell()).isFalse();
              assertThat(check.next()).contains("A and B");
            });
  }
}

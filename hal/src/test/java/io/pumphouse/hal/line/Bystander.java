package io.pumphouse.hal.line;

import io.pumphouse.hal.reading.Advice;
import io.pumphouse.hal.reading.Fault;
import java.time.Duration;
import java.util.List;

/** Tells a book what happens on a line, one thing a second. */
final class Bystander {
  static final Wiring.Serial CABLE = new Wiring.Serial("/dev/ttyUSB0", 9600, Wiring.Parity.NONE, 1);
  static final Wiring.Tcp NETWORK = new Wiring.Tcp("192.0.2.10", 502);
  static final Fault SILENCE = new Fault.NoAnswer(Duration.ofMillis(500));
  static final Fault NOISE = new Fault.Garbled("no frame begins with 00 FF");
  static final Fault CHECKSUM = new Fault.Garbled(Fault.Damage.CHECKSUM, "checksum");
  static final Fault SHORT = new Fault.Garbled(Fault.Damage.SHORT, "it broke off");

  final FakeTime time = new FakeTime();
  final LineBook book;

  private static final Wording WORDS = Wording.of("question", "answer");
  private static final Frame QUESTION = Frame.of(1, 2, 3, 4);

  Bystander(Wiring wiring) {
    this.book = new LineBook(wiring, time);
  }

  void good(int times, int unit) {
    for (int i = 0; i < times; i++) {
      saw(unit, Frame.of(5, 6), new Ending.Good());
    }
  }

  void bad(int times, int unit, Fault fault) {
    for (int i = 0; i < times; i++) {
      saw(unit, Frame.empty(), new Ending.Bad(fault));
    }
  }

  private void saw(int unit, Frame heard, Ending ending) {
    var asked = time.now();
    time.advance(Duration.ofMillis(30));
    Duration took = Duration.ofMillis(20);
    book.saw(new Transaction(unit, WORDS, QUESTION, heard, asked, took, ending));
    time.advance(Duration.ofMillis(970));
  }

  void overhears(int times, Overheard.Kind kind, int unit) {
    for (int i = 0; i < times; i++) {
      book.overheard(new Overheard(kind, unit, Frame.of(9), time.now(), WORDS));
    }
  }

  List<String> rules(int unit) {
    return book.report(unit).advice().stream().map(Advice::rule).toList();
  }

  Advice only(int unit) {
    List<Advice> advice = book.report(unit).advice();
    if (advice.size() != 1) {
      throw new AssertionError("one advice, not " + advice);
    }
    return advice.getFirst();
  }
}

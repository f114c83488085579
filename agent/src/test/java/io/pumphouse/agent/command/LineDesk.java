package io.pumphouse.agent.command;

import io.pumphouse.agent.poll.LineBooks;
import io.pumphouse.hal.line.Ending;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.LineBook;
import io.pumphouse.hal.line.Transaction;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.line.Wording;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.Doctor;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.Logs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A line that was seen at work, and a table where one types about it. */
public final class LineDesk {
  private static final PumpId HOUSE = new PumpId("house");
  private static final Wording WORDS = Wording.of("read holding 3", "-38");

  final FakeTime time = new FakeTime();
  private final LineBook book =
      new LineBook(new Wiring.Serial("/dev/ttyUSB0", 9600, Wiring.Parity.NONE, 1), time);
  private final LineBooks lines =
      new LineBooks(List.of(new LineBooks.Seat(HOUSE, "/dev/ttyUSB0", 1, book)), time);
  private final Desk desk;
  final BlockingQueue<Integer> ended = new LinkedBlockingQueue<>();
  final CommandTable table =
      new CommandTable((verb, _, _, terminal) -> run(verb, terminal), List.of());
  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();

  public LineDesk() {
    this(new QuietBackups());
  }

  LineDesk(Backups backups) {
    this(backups, Logs.none());
  }

  LineDesk(Logs logs) {
    this(new QuietBackups(), logs);
  }

  private LineDesk(Backups backups, Logs logs) {
    this.desk =
        new Desk(
            new QuietAgent.NoReadings(),
            _ -> Optional.empty(),
            () -> new Health.Report(true, List.of()),
            new QuietAgent.NoQuestions(),
            new QuietAgent.NoWrites(),
            lines,
            lines,
            new QuietAgent.NoAccounts(),
            QuietAgent.noTransfer(),
            backups,
            new QuietBoard(),
            QuietAgent.premises(),
            new AsJson(
                () -> "{}",
                (_, _) -> "{}",
                line -> "{\"unit\":" + line.unit() + "}",
                frame -> "{\"number\":" + frame.number() + "}",
                _ -> "{}",
                _ -> "{}",
                _ -> "{}",
                preview -> "{\"held\":\"" + preview.held() + "\"}",
                medium -> "{\"id\":\"" + medium.id() + "\"}",
                _ -> "{}"),
            Doctor.none(),
            logs);
  }

  public Desk desk() {
    return desk;
  }

  private int run(AgentVerb verb, Terminal terminal) {
    int code = verb.run(desk, terminal);
    ended.add(code);
    return code;
  }

  int type(String... typed) {
    return table.execute(List.of(typed), new Terminal(new PrintWriter(out), new PrintWriter(err)));
  }

  void answers() {
    saw(Frame.hex("01 03 02 FF DA 78 2F"), new Ending.Good());
  }

  void isSilent() {
    saw(Frame.empty(), new Ending.Bad(new Fault.NoAnswer(Duration.ofMillis(500))));
  }

  void isDown() {
    saw(Frame.empty(), new Ending.Bad(new Fault.LineDown("no such port")));
  }

  private void saw(Frame heard, Ending ending) {
    var asked = time.now();
    time.advance(Duration.ofMillis(25));
    Frame sent = Frame.hex("01 03 00 03 00 01 74 0A");
    book.saw(new Transaction(1, WORDS, sent, heard, asked, Duration.ofMillis(20), ending));
  }
}

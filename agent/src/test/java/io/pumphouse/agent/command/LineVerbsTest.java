package io.pumphouse.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.pumphouse.web.model.Health;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code trace} and {@code line}, typed at a table and over the local socket. */
final class LineVerbsTest {
  private static final PumpId HOUSE = new PumpId("house");
  private static final Wording WORDS = Wording.of("read holding 3", "-38");

  @TempDir private Path folder;
  private final FakeTime time = new FakeTime();
  private final LineBook book =
      new LineBook(new Wiring.Serial("/dev/ttyUSB0", 9600, Wiring.Parity.NONE, 1), time);
  private final LineBooks lines =
      new LineBooks(List.of(new LineBooks.Seat(HOUSE, "/dev/ttyUSB0", 1, book)), time);
  private final Desk desk =
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
          new AsJson(
              () -> "{}",
              (_, _) -> "{}",
              line -> "{\"unit\":" + line.unit() + "}",
              frame -> "{\"number\":" + frame.number() + "}",
              _ -> "{}"));
  private final BlockingQueue<Integer> ended = new LinkedBlockingQueue<>();
  private final CommandTable table =
      new CommandTable((verb, _, _, terminal) -> run(verb, terminal), List.of());
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(AgentVerb verb, Terminal terminal) {
    int code = verb.run(desk, terminal);
    ended.add(code);
    return code;
  }

  private int type(String... typed) {
    return table.execute(List.of(typed), new Terminal(new PrintWriter(out), new PrintWriter(err)));
  }

  private void answers() {
    saw(Frame.hex("01 03 02 FF DA 78 2F"), new Ending.Good());
  }

  private void isSilent() {
    saw(Frame.empty(), new Ending.Bad(new Fault.NoAnswer(Duration.ofMillis(500))));
  }

  private void saw(Frame heard, Ending ending) {
    var asked = time.now();
    time.advance(Duration.ofMillis(25));
    Frame sent = Frame.hex("01 03 00 03 00 01 74 0A");
    book.saw(new Transaction(1, WORDS, sent, heard, asked, Duration.ofMillis(20), ending));
  }

  @Test
  void traceShowsTimeDirectionBytesMeaningAndFault() {
    answers();
    isSilent();

    assertThat(type("trace", "house")).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "00:00:00.000Z >   1  01 03 00 03 00 01 74 0A   read holding 3",
            "00:00:00.020Z <   1  01 03 02 FF DA 78 2F      -38",
            "00:00:00.025Z >   1  01 03 00 03 00 01 74 0A   read holding 3"
                + "  !! no answer in 500 ms");
  }

  @Test
  void traceCanBeLimitedAndReadByPrograms() {
    answers();

    assertThat(type("trace", "house", "--json", "--limit", "1")).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("{\"number\":2}");
    assertThat(type("trace", "house", "--limit", "2001")).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void anUnknownPumpNamesTheKnownOnes() {
    for (String verb : List.of("trace", "line")) {
      assertThat(type(verb, "barn")).isEqualTo(ExitCode.FAILED);
      assertThat(err.toString()).contains("there is no pump \"barn\"", "known pumps: [house]");
    }
  }

  @Test
  void followEndsWhenNobodyReadsAnyMore() throws InterruptedException {
    answers();
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (CommandSocket _ = open()) {
      Terminal leaving = new Terminal(new PrintWriter(new OneFrame(heard)), new PrintWriter(err));
      Thread client =
          Thread.ofVirtual()
              .start(
                  () ->
                      CommandClient.run(
                          folder.resolve("agent.sock"),
                          List.of("trace", "house", "--follow"),
                          leaving));
      assertThat(heard.poll(30, TimeUnit.SECONDS)).contains("read holding 3");
      answers();
      assertThat(client.join(Duration.ofSeconds(30))).isTrue();
      // Not a frame comes any more: the agent finds out by itself.
      assertThat(ended.poll(30, TimeUnit.SECONDS)).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void followGoesOnWithNewFrames() throws InterruptedException {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    Thread follower =
        Thread.ofVirtual()
            .start(
                () ->
                    table.execute(
                        List.of("trace", "house", "--follow"),
                        new Terminal(new PrintWriter(new Lines(heard)), new PrintWriter(err))));
    answers();
    assertThat(heard.poll(30, TimeUnit.SECONDS)).contains("read holding 3");
    assertThat(heard.poll(30, TimeUnit.SECONDS)).contains("-38");
    isSilent();
    assertThat(heard.poll(30, TimeUnit.SECONDS)).contains("no answer");
    follower.interrupt();
    assertThat(follower.join(Duration.ofSeconds(30))).isTrue();
  }

  private CommandSocket open() {
    CommandSocket socket = new CommandSocket(folder.resolve("agent.sock"), table);
    assertThat(socket.open().isWell()).isTrue();
    return socket;
  }

  @Test
  void lineSaysInWordsWhatToDo() {
    for (int i = 0; i < 5; i++) {
      isSilent();
    }

    assertThat(type("line", "house")).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString())
        .contains("house: /dev/ttyUSB0 unit 1", "no good answer yet", "unit 1 has never answered")
        .containsPattern("timeout +5");
  }

  @Test
  void aHealthyLineHasTimesAndNoAdvice() {
    answers();

    assertThat(type("line", "house")).isZero();
    assertThat(out.toString())
        .contains("half within 20 ms, 95 % within 20 ms, longest 20 ms")
        .contains("<= 32 ms        1 ####")
        .contains("nothing speaks against this line");
  }

  @Test
  void aFewFaultsAreNotCalledNothing() {
    answers();
    isSilent();

    assertThat(type("line", "house")).isZero();
    assertThat(out.toString())
        .contains("1 of 2 questions went wrong, too few of them lately to say why")
        .doesNotContain("nothing speaks");
  }

  @Test
  void lineIsJsonForPrograms() {
    assertThat(type("line", "house", "--json")).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("{\"unit\":1}");
  }

  /** A reader that takes lines for ever. */
  private static class Lines extends Writer {
    private final BlockingQueue<String> heard;
    private final StringBuilder line = new StringBuilder();

    Lines(BlockingQueue<String> heard) {
      this.heard = heard;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      for (int i = offset; i < offset + length; i++) {
        if (text[i] == '\n') {
          heard.add(line.toString());
          line.setLength(0);
        } else {
          line.append(text[i]);
        }
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** A reader that leaves after the first line, as {@code head -1} does. */
  private static final class OneFrame extends Lines {
    private boolean hasRead;

    OneFrame(BlockingQueue<String> heard) {
      super(heard);
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      if (hasRead) {
        throw new IOException("nobody reads");
      }
      super.write(text, offset, length);
      hasRead = new String(text, offset, length).contains("\n");
    }
  }
}

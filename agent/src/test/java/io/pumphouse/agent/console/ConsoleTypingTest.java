package io.pumphouse.agent.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What somebody types at a serial line, and what they see of it. */
@Timeout(60)
final class ConsoleTypingTest {
  @TempDir private Path folder;
  private Scene scene;
  private final Seat seat = new Seat();

  @BeforeEach
  void open() throws InterruptedException {
    scene = new Scene(folder);
    scene.sitDown(seat);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void carriageReturnLineFeedAndBothAreOneEnterEach() throws InterruptedException {
    for (String enter : List.of("\r", "\n", "\r\n")) {
      seat.type("claim-code" + enter);
      assertThat(seat.sees("K7QF-2MXT-9ABD")).doesNotContain(Seat.PROMPT);
      seat.sees(Seat.PROMPT);
    }
    seat.type("exit\r");
    assertThat(seat.sees("bye")).doesNotContain(Seat.PROMPT);
  }

  @Test
  void arrowsBringBackWhatWasTypedInBothFormsTheyComeIn() throws InterruptedException {
    seat.type("claim-code\r");
    seat.sees("K7QF-2MXT-9ABD");
    seat.sees(Seat.PROMPT);
    for (String up : List.of("\033[A", "\033OA")) {
      seat.type(up + "\r");
      seat.sees("K7QF-2MXT-9ABD");
      seat.sees(Seat.PROMPT);
    }
    seat.type("laim-code\033[D\033OD\033[Hc\r");
    seat.sees("K7QF-2MXT-9ABD");
    seat.sees(Seat.PROMPT);
  }

  @Test
  void tabCompletesVerbsAndTheNamesOfThingsHere() throws InterruptedException {
    seat.type("clai\t\r");
    seat.sees("K7QF-2MXT-9ABD");
    seat.sees(Seat.PROMPT);
    seat.type("line ho\t\r");
    seat.sees("house: /dev/ttyUSB0");
  }

  @Test
  void noiseAtAWrongSpeedIsSurvived() throws InterruptedException {
    byte[] noise = new byte[4_000];
    new Random(1).nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      noise[i] |= (byte) 0x80; // no key among them but what a person never types
    }
    seat.type(noise);
    seat.type("\025claim-code\r"); // Ctrl-U forgets the line
    seat.sees("K7QF-2MXT-9ABD");
  }

  @Test
  void longAnswersComePageByPageAndFit() throws InterruptedException {
    seat.type("help\r");
    String page = seat.sees("-- more");
    assertThat(page.lines()).hasSizeBetween(23, 26).allMatch(line -> line.length() < 80);
    seat.type("q");
    assertThat(seat.sees(Seat.PROMPT)).doesNotContain("Ctrl-C stops");
    seat.type("help jobs\r");
    assertThat(seat.sees("-- more").lines()).allMatch(line -> line.length() < 80);
    seat.type(" ");
    seat.sees(Seat.PROMPT);
  }

  @Test
  void whatIsMistypedIsToldInTwoLines() throws InterruptedException {
    seat.type("statsu\r");
    assertThat(seat.sees(Seat.PROMPT))
        .contains("no command statsu", "did you mean")
        .doesNotContain("Usage:");
    seat.type("jobs strat\r");
    assertThat(seat.sees(Seat.PROMPT)).contains("no command jobs strat", "start");
    seat.type("well --jsn\r");
    assertThat(seat.sees(Seat.PROMPT)).contains("no option --jsn");
    seat.type("well so far\r");
    assertThat(seat.sees(Seat.PROMPT)).contains("too much for well: so");
    seat.type("jobs start\r");
    assertThat(seat.sees(Seat.PROMPT)).contains("JOB", "look at: help jobs start");
    seat.type("import x\r");
    assertThat(seat.sees(Seat.PROMPT)).contains("nothing for a console");
  }

  @Test
  void controlCStopsWhatGoesOnForEver() throws InterruptedException {
    seat.type("trace house --follow\r");
    seat.sees("--follow");
    seat.type("\003");
    seat.sees(Seat.PROMPT);
    seat.type("claim-code\r");
    seat.sees("K7QF-2MXT-9ABD");
  }
}

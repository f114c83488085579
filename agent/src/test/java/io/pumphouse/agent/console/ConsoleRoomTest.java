package io.pumphouse.agent.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.ledger.Event;
import io.pumphouse.web.model.Identity;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A technician at a serial line, typing. */
@Timeout(60)
final class ConsoleRoomTest {
  private static final String PROMPT = "pumphouse> ";

  @TempDir private Path folder;
  private Scene scene;
  private final Seat seat = new Seat();

  @BeforeEach
  void open() {
    scene = new Scene(folder);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  /** Somebody sits down where presence is enough. */
  private void sitDown() throws InterruptedException {
    scene.open(List.of(seat), true);
    seat.type("\r");
    seat.sees(PROMPT);
  }

  private void logIn(String name, String password) throws InterruptedException {
    seat.type("\r");
    seat.sees("login: ");
    seat.type(name + "\r");
    seat.sees("password: ");
    seat.type(password + "\r");
  }

  @Test
  void theFirstScreenSaysInTenLinesWhetherItIsWell() throws InterruptedException {
    scene.open(List.of(seat), true);
    seat.type("\r");
    String screen = seat.sees(PROMPT);
    assertThat(screen).contains("Pumphouse test", "ALL IS WELL - Test", "backups: ", "help");
    assertThat(screen.strip().lines()).hasSizeLessThanOrEqualTo(12);
  }

  @Test
  void nothingIsSaidToALineOnWhichNobodyPressesEnter() throws InterruptedException {
    scene.open(List.of(seat), true);
    seat.type(new byte[] {(byte) 0xFF, 0x55, 0x7F, 0x00});
    seat.type("\r");
    assertThat(seat.sees("Pumphouse test")).isEqualTo("\r\nPumphouse test");
  }

  @Test
  void carriageReturnLineFeedAndBothAreOneEnterEach() throws InterruptedException {
    sitDown();
    for (String enter : List.of("\r", "\n", "\r\n")) {
      seat.type("claim-code" + enter);
      assertThat(seat.sees("K7QF-2MXT-9ABD")).doesNotContain(PROMPT);
      seat.sees(PROMPT);
    }
    seat.type("exit\r");
    assertThat(seat.sees("bye")).doesNotContain(PROMPT);
  }

  @Test
  void arrowsBringBackWhatWasTypedInBothFormsTheyComeIn() throws InterruptedException {
    sitDown();
    seat.type("claim-code\r");
    seat.sees("K7QF-2MXT-9ABD");
    seat.sees(PROMPT);
    for (String up : List.of("\033[A", "\033OA")) {
      seat.type(up + "\r");
      seat.sees("K7QF-2MXT-9ABD");
      seat.sees(PROMPT);
    }
    seat.type("laim-code\033[D\033OD\033[Hc\r");
    seat.sees("K7QF-2MXT-9ABD");
    seat.sees(PROMPT);
  }

  @Test
  void tabCompletesVerbsAndTheNamesOfThingsHere() throws InterruptedException {
    sitDown();
    seat.type("clai\t\r");
    seat.sees("K7QF-2MXT-9ABD");
    seat.sees(PROMPT);
    seat.type("line ho\t\r");
    seat.sees("house: /dev/ttyUSB0");
  }

  @Test
  void anEnterInTheMomentOfTheFarewellBeginsTheNextSession() throws InterruptedException {
    sitDown();
    for (int time = 0; time < 3; time++) {
      seat.type("exit\r\r");
      seat.sees("bye; press Enter");
      assertThat(seat.sees(PROMPT)).contains("ALL IS WELL");
    }
    assertThat(scene.noted(Event.Kind.LOGGED_IN)).hasSize(4);
  }

  @Test
  void theSecondHalfOfAnEnterIsNone() throws InterruptedException {
    sitDown();
    seat.type("exit\r\n");
    seat.sees("bye; press Enter to come back");
    seat.type("\r");
    seat.sees(PROMPT);
    seat.type("claim-code\r");
    assertThat(seat.sees("K7QF-2MXT-9ABD")).doesNotContain(PROMPT);
  }

  @Test
  void noiseAtAWrongSpeedIsSurvived() throws InterruptedException {
    sitDown();
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
  void whoIsSilentForLongIsLoggedOut() throws InterruptedException {
    sitDown();
    seat.type("half a li");
    seat.sees("half a li");
    scene.time.advance(Scene.IDLE);
    seat.sees("left: no key for 15 min");
    seat.type("\r");
    seat.sees("ALL IS WELL");
  }

  @Test
  void aPulledCableEndsTheSessionAndTheNextBegins() throws InterruptedException {
    scene.claim();
    scene.open(List.of(seat), false);
    logIn("anna", Scene.PASSWORD);
    seat.sees(PROMPT);
    seat.type("jobs start so");
    seat.unplug();
    seat.type("\r");
    seat.sees("login: ");
    assertThat(scene.noted(Event.Kind.LOGGED_IN)).contains("anna from /dev/ttyGS0, console");
    assertThat(scene.porter.access().sessions().sessions())
        .noneMatch(open -> open.from().address().equals("/dev/ttyGS0"));
  }

  @Test
  void whoHasNoAccountStaysOutsideAndTheSecretIsNeverShown() throws InterruptedException {
    scene.claim();
    scene.open(List.of(seat), false);
    logIn("anna", "wrong one");
    assertThat(seat.sees("name or password is wrong")).doesNotContain("wrong one");
    seat.type("\u00ff\u00fe!\r\r");
    seat.sees("bye");
    assertThat(scene.noted(Event.Kind.LOGIN_FAILED)).hasSize(1);
  }

  @Test
  void aViewerOnlyLooks() throws InterruptedException {
    scene.claim();
    scene.open(List.of(seat), false);
    logIn("bo", Scene.PASSWORD);
    seat.sees(PROMPT);
    seat.type("passwd anna\r");
    seat.sees("bo is a viewer, and this takes the role owner");
    assertThat(scene.noted(Event.Kind.CONSOLE_ORDER)).isEmpty();
  }

  @Test
  void whatAnOwnerHasDoneIsKeptWithWhoAndWhere() throws InterruptedException {
    scene.claim();
    scene.open(List.of(seat), false);
    logIn("anna", Scene.PASSWORD);
    seat.sees(PROMPT);
    seat.type("passwd anna\r");
    seat.sees("fresh for anna at /dev/ttyGS0");
    seat.sees(PROMPT);
    assertThat(scene.noted(Event.Kind.CONSOLE_ORDER))
        .containsExactly("passwd anna: done, by anna at /dev/ttyGS0");
  }

  @Test
  void aSessionThatIsEndedElsewhereEndsHere() throws InterruptedException {
    Identity anna = scene.claim();
    scene.open(List.of(seat), false);
    logIn("bo", Scene.PASSWORD);
    seat.sees(PROMPT);
    scene.porter.access().accounts().remove(anna, "bo");
    seat.type("status\r");
    assertThat(seat.sees("bye")).doesNotContain("CHECK");
  }

  @Test
  void twoAtTwoLinesDoNotDisturbEachOther() throws InterruptedException {
    Seat other = new Seat();
    scene.open(List.of(seat, other), true);
    seat.type("\r");
    other.type("\r");
    seat.sees(PROMPT);
    other.sees(PROMPT);
    other.type("exit\r");
    other.sees("bye");
    seat.type("claim-code\r");
    seat.sees("K7QF-2MXT-9ABD");
  }

  @Test
  void longAnswersComePageByPageAndFit() throws InterruptedException {
    sitDown();
    seat.type("help\r");
    String page = seat.sees("-- more");
    assertThat(page.lines()).hasSizeBetween(23, 26).allMatch(line -> line.length() < 80);
    seat.type("q");
    assertThat(seat.sees(PROMPT)).doesNotContain("Ctrl-C stops");
    seat.type("help jobs\r");
    assertThat(seat.sees("-- more").lines()).allMatch(line -> line.length() < 80);
    seat.type(" ");
    seat.sees(PROMPT);
  }

  @Test
  void whatIsMistypedIsToldInTwoLines() throws InterruptedException {
    sitDown();
    seat.type("statsu\r");
    assertThat(seat.sees(PROMPT))
        .contains("no command statsu", "did you mean")
        .doesNotContain("Usage:");
    seat.type("jobs strat\r");
    assertThat(seat.sees(PROMPT)).contains("no command jobs strat", "start");
    seat.type("well --jsn\r");
    assertThat(seat.sees(PROMPT)).contains("no option --jsn");
    seat.type("well so far\r");
    assertThat(seat.sees(PROMPT)).contains("too much for well: so");
    seat.type("jobs start\r");
    assertThat(seat.sees(PROMPT)).contains("JOB", "look at: help jobs start");
    seat.type("import x\r");
    assertThat(seat.sees(PROMPT)).contains("nothing for a console");
  }

  @Test
  void controlCStopsWhatGoesOnForEver() throws InterruptedException {
    sitDown();
    seat.type("trace house --follow\r");
    seat.sees("--follow");
    seat.type("\003");
    seat.sees(PROMPT);
    seat.type("claim-code\r");
    seat.sees("K7QF-2MXT-9ABD");
  }
}

package io.pumphouse.agent.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.ledger.Event;
import io.pumphouse.web.model.Identity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may sit down at a serial line, what is noted of it, and how it ends. */
@Timeout(60)
final class ConsoleRoomTest {
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

  @Test
  void theFirstScreenSaysInTenLinesWhetherItIsWell() throws InterruptedException {
    scene.open(List.of(seat), true);
    seat.type("\r");
    String screen = seat.sees(Seat.PROMPT);
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
  void anEnterInTheMomentOfTheFarewellBeginsTheNextSession() throws InterruptedException {
    scene.sitDown(seat);
    for (int time = 0; time < 3; time++) {
      seat.type("exit\r\r");
      seat.sees("bye; press Enter");
      assertThat(seat.sees(Seat.PROMPT)).contains("ALL IS WELL");
    }
    assertThat(scene.noted(Event.Kind.LOGGED_IN)).hasSize(4);
  }

  @Test
  void theSecondHalfOfAnEnterIsNone() throws InterruptedException {
    scene.sitDown(seat);
    seat.type("exit\r\n");
    seat.sees("bye; press Enter to come back");
    seat.type("\r");
    seat.sees(Seat.PROMPT);
    seat.type("claim-code\r");
    assertThat(seat.sees("K7QF-2MXT-9ABD")).doesNotContain(Seat.PROMPT);
  }

  @Test
  void whoIsSilentForLongIsLoggedOut() throws InterruptedException {
    scene.sitDown(seat);
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
    seat.logIn("anna", Scene.PASSWORD);
    seat.sees(Seat.PROMPT);
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
    seat.logIn("anna", "wrong one");
    assertThat(seat.sees("name or password is wrong")).doesNotContain("wrong one");
    seat.type("\u00ff\u00fe!\r\r");
    seat.sees("bye");
    assertThat(scene.noted(Event.Kind.LOGIN_FAILED)).hasSize(1);
  }

  @Test
  void aViewerOnlyLooks() throws InterruptedException {
    scene.claim();
    scene.open(List.of(seat), false);
    seat.logIn("bo", Scene.PASSWORD);
    seat.sees(Seat.PROMPT);
    seat.type("passwd anna\r");
    seat.sees("bo is a viewer, and this takes the role owner");
    assertThat(scene.noted(Event.Kind.CONSOLE_ORDER)).isEmpty();
  }

  @Test
  void whatAnOwnerHasDoneIsKeptWithWhoAndWhere() throws InterruptedException {
    scene.claim();
    scene.open(List.of(seat), false);
    seat.logIn("anna", Scene.PASSWORD);
    seat.sees(Seat.PROMPT);
    seat.type("passwd anna\r");
    seat.sees("fresh for anna at /dev/ttyGS0");
    seat.sees(Seat.PROMPT);
    assertThat(scene.noted(Event.Kind.CONSOLE_ORDER))
        .containsExactly("passwd anna: done, by anna at /dev/ttyGS0");
  }

  @Test
  void aSessionThatIsEndedElsewhereEndsHere() throws InterruptedException {
    Identity anna = scene.claim();
    scene.open(List.of(seat), false);
    seat.logIn("bo", Scene.PASSWORD);
    seat.sees(Seat.PROMPT);
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
    seat.sees(Seat.PROMPT);
    other.sees(Seat.PROMPT);
    other.type("exit\r");
    other.sees("bye");
    seat.type("claim-code\r");
    seat.sees("K7QF-2MXT-9ABD");
  }
}

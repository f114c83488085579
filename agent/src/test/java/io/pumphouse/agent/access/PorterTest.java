package io.pumphouse.agent.access;

import static io.pumphouse.agent.access.House.ELSEWHERE;
import static io.pumphouse.agent.access.House.KITCHEN;
import static io.pumphouse.agent.access.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.command.LocalAccounts.Told;
import io.pumphouse.agent.ledger.Event.Kind;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.web.model.Accounts.State;
import io.pumphouse.web.model.Change;
import io.pumphouse.web.model.Entry;
import io.pumphouse.web.model.Identity;
import io.pumphouse.web.model.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PorterTest {
  @TempDir Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = new House(folder, new HandTime());
  }

  private void restart() {
    house.close();
    open();
  }

  @AfterEach
  void leave() {
    house.close();
  }

  @Test
  void theClaimCodeMakesTheFirstAccountAndNoSecond() {
    String code = house.code();

    assertThat(house.claimed().identity().role()).isEqualTo(Role.OWNER);
    assertThat(house.access().accounts().claim(code, "eve", PASSWORD, ELSEWHERE))
        .isInstanceOf(Entry.Refused.class);
    assertThat(house.porter.claimCode()).isInstanceOf(Told.No.class);
    assertThat(house.access().accounts().accounts()).hasSize(1);
  }

  @Test
  void theClaimCodeMayBeTypedAsItIsHeard() {
    String code = house.code();
    String heard = code.toLowerCase(Locale.ROOT).replace("-", " ").replace('0', 'o');

    assertThat(house.access().accounts().claim(heard, "anna", PASSWORD, KITCHEN))
        .isInstanceOf(Entry.LetIn.class);
  }

  @Test
  void guessingTheClaimCodeTakesEverLonger() {
    IntStream.range(0, 4)
        .forEach(_ -> house.access().accounts().claim("0000", "eve", PASSWORD, ELSEWHERE));

    assertThat(house.access().accounts().claim(house.code(), "eve", PASSWORD, ELSEWHERE))
        .isInstanceOf(Entry.Wait.class);
    assertThat(house.claimed().identity().user()).isEqualTo("anna");
  }

  @Test
  void accountsAreKeptForTheAgentsEyesOnlyAndNoSecretWithThem() throws IOException {
    house.claimed();
    Path file = folder.resolve("access.yaml");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).contains("anna", "$2b$").doesNotContain(PASSWORD);
  }

  @Test
  void accountsAndSessionsOutliveARestart() {
    Entry.LetIn before = house.claimed();
    restart();

    assertThat(house.access().accounts().state()).isEqualTo(State.CLAIMED);
    assertThat(house.access().sessions().find(before.secret())).contains(before.identity());
    assertThat(house.logIn("anna", PASSWORD, KITCHEN)).isInstanceOf(Entry.LetIn.class);
  }

  @Test
  void anEndedSessionStaysEndedAfterARestart() {
    Entry.LetIn before = house.claimed();
    house.access().sessions().end(before.identity(), before.identity().proof().id());
    restart();

    assertThat(house.access().sessions().find(before.secret())).isEmpty();
  }

  @Test
  void aDamagedFileLetsNobodyInAndNobodyClaim() throws IOException {
    Files.writeString(folder.resolve("access.yaml"), "users: [{name: anna, role: king}]\n");
    restart();

    assertThat(house.access().accounts().state()).isEqualTo(State.UNREADABLE);
    assertThat(house.logIn("anna", PASSWORD, KITCHEN)).isInstanceOf(Entry.Failed.class);
    assertThat(house.porter.claimCode()).isInstanceOf(Told.No.class);
    assertThat(house.porter.check().isWell()).isFalse();
    assertThat(house.porter.check().cause()).contains("access.yaml");
  }

  @Test
  void whatTheDiskRefusesIsNotSo() throws IOException {
    house.claimed();
    Identity anna = house.anna();
    Files.delete(folder.resolve("access.yaml"));
    Files.createDirectories(folder.resolve("access.yaml/in-the-way"));

    assertThat(house.access().accounts().add(anna, "bo", Role.VIEWER, PASSWORD))
        .isInstanceOf(Change.Failed.class);
    assertThat(house.access().accounts().accounts()).hasSize(1);
  }

  @Test
  void theMachineItselfAlwaysLetsTheOwnerIn() {
    Entry.LetIn old = house.claimed();
    IntStream.range(0, 20).forEach(_ -> house.logIn("anna", "wrong wrong", KITCHEN));
    assertThat(house.logIn("anna", PASSWORD, KITCHEN)).isInstanceOf(Entry.Wait.class);

    assertThat(house.porter.newPassword("anna", "root"))
        .isInstanceOfSatisfying(
            Told.Secret.class,
            fresh ->
                assertThat(house.logIn("anna", fresh.text(), KITCHEN))
                    .isInstanceOf(Entry.LetIn.class));
    assertThat(house.access().sessions().find(old.secret())).isEmpty();
    assertThat(house.logIn("anna", PASSWORD, KITCHEN)).isInstanceOf(Entry.Refused.class);
  }

  @Test
  void whoComesInAndWhoDoesNotIsAnEvent() {
    house.claimed();
    house.logIn("anna", "wrong wrong", ELSEWHERE);
    house.logIn("my secret in the wrong field", "wrong wrong", ELSEWHERE);
    house.access().accounts().add(house.anna(), "bo", Role.VIEWER, PASSWORD);

    assertThat(house.events(Kind.LOGGED_IN)).contains("anna from 192.0.2.30, Phone");
    assertThat(house.events(Kind.LOGIN_FAILED))
        .containsExactly(
            "an unknown name from 198.51.100.7: name or password is wrong",
            "anna from 198.51.100.7: name or password is wrong");
    assertThat(house.events(Kind.ACCESS_CHANGED))
        .contains("bo is a viewer now, by anna", "the server is claimed from 192.0.2.30, by anna");
  }
}

package io.pumphouse.agent.access;

import static io.pumphouse.agent.access.House.KITCHEN;
import static io.pumphouse.agent.access.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.web.model.Accounts.Account;
import io.pumphouse.web.model.Change;
import io.pumphouse.web.model.Entry;
import io.pumphouse.web.model.Identity;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.model.Sessions.Open;
import io.pumphouse.web.model.Tokens.Issued;
import io.pumphouse.web.model.Tokens.Making;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountBookTest {
  @TempDir Path folder;
  private House house;
  private Entry.LetIn anna;

  @BeforeEach
  void claim() {
    house = new House(folder, new HandTime());
    anna = house.claimed();
  }

  @AfterEach
  void leave() {
    house.close();
  }

  private Identity owner() {
    return anna.identity();
  }

  private Change add(String name, Role role) {
    return house.access().accounts().add(owner(), name, role, PASSWORD);
  }

  @Test
  void aNewAccountCanLogIn() {
    add("bo", Role.TECHNICIAN);

    assertThat(house.letIn(house.logIn("bo", PASSWORD, KITCHEN)).identity().role())
        .isEqualTo(Role.TECHNICIAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Bo", "b o", "../bo", "-bo", "bo\n", "a234567890123456789012345678901234"})
  void aNameIsPlain(String name) {
    assertThat(add(name, Role.VIEWER))
        .isInstanceOfSatisfying(
            Change.Refused.class, no -> assertThat(no.field()).isEqualTo("user"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "ninechars",
        "1234567890123456789012345678901234567890123456789012345678901234567890123"
      })
  void aPasswordIsLongEnoughAndAllOfItCounts(String password) {
    assertThat(house.access().accounts().add(owner(), "bo", Role.VIEWER, password))
        .isInstanceOfSatisfying(
            Change.Refused.class, no -> assertThat(no.field()).isEqualTo("password"));
  }

  @Test
  void noNameIsTakenTwice() {
    add("bo", Role.VIEWER);

    assertThat(add("bo", Role.OWNER)).isInstanceOf(Change.Refused.class);
    assertThat(house.access().accounts().accounts())
        .extracting(Account::role)
        .containsExactly(Role.OWNER, Role.VIEWER);
  }

  @Test
  void theLastOwnerStays() {
    add("bo", Role.TECHNICIAN);

    assertThat(house.access().accounts().remove(owner(), "anna"))
        .isInstanceOf(Change.Refused.class);
    add("carl", Role.OWNER);
    assertThat(house.access().accounts().remove(owner(), "anna")).isInstanceOf(Change.Done.class);
  }

  @Test
  void whoIsRemovedIsOutAtOnceWithTheirTokens() {
    add("bo", Role.VIEWER);
    Entry.LetIn bo = house.letIn(house.logIn("bo", PASSWORD, KITCHEN));
    String token = made(bo.identity(), Role.VIEWER, Duration.ofDays(1)).secret();
    List<String> ended = new ArrayList<>();
    house.access().sessions().whenEnded(ended::add);

    house.access().accounts().remove(owner(), "bo");

    assertThat(house.access().sessions().find(bo.secret())).isEmpty();
    assertThat(house.access().tokens().find(token)).isEmpty();
    assertThat(ended).hasSize(2);
  }

  @Test
  void aNewPasswordEndsTheOtherSessions() {
    Entry.LetIn tablet = house.letIn(house.logIn("anna", PASSWORD, KITCHEN));

    assertThat(
            house.access().accounts().setPassword(owner(), PASSWORD, "another good one", KITCHEN))
        .isInstanceOf(Change.Done.class);
    assertThat(house.access().sessions().find(tablet.secret())).isEmpty();
    assertThat(house.access().sessions().find(anna.secret())).isPresent();
  }

  @Test
  void settingAPasswordTakesTheOldOne() {
    assertThat(house.access().accounts().setPassword(owner(), "not it at all", PASSWORD, KITCHEN))
        .isInstanceOfSatisfying(
            Change.Refused.class, no -> assertThat(no.field()).isEqualTo("old"));
  }

  @Test
  void sessionsEndAfterAWeekUnusedAndAMonthInUse() {
    house.time.pass(Duration.ofDays(6));
    assertThat(house.access().sessions().find(anna.secret())).isPresent();
    house.time.pass(Duration.ofDays(6));
    assertThat(house.access().sessions().find(anna.secret())).isPresent();
    house.time.pass(Duration.ofDays(8));
    assertThat(house.access().sessions().find(anna.secret())).isEmpty();
  }

  @Test
  void watchingIsUseAndEndsWithTheMonthAllTheSame() {
    String id = anna.identity().proof().id();
    for (int day = 0; day < 30; day += 6) {
      assertThat(house.access().isGood(id)).isTrue();
      house.time.pass(Duration.ofDays(6));
    }
    assertThat(house.access().isGood(id)).isTrue();
    house.time.pass(Duration.ofDays(1));
    assertThat(house.access().isGood(id)).isFalse();
    assertThat(house.access().isGood("nobody's")).isFalse();
  }

  @Test
  void sessionsAreBoundedAndTheLongestUnusedGoes() {
    IntStream.range(0, SessionBook.MOST)
        .forEach(
            _ -> {
              house.time.pass(Duration.ofSeconds(1));
              house.logIn("anna", PASSWORD, KITCHEN);
            });

    assertThat(house.access().sessions().sessions()).hasSize(SessionBook.MOST);
    assertThat(house.access().sessions().find(anna.secret())).isEmpty();
  }

  @Test
  void onlyAnOwnerEndsTheSessionsOfOthers() {
    add("bo", Role.TECHNICIAN);
    Identity bo = house.letIn(house.logIn("bo", PASSWORD, KITCHEN)).identity();

    assertThat(house.access().sessions().end(bo, owner().proof().id()))
        .isInstanceOf(Change.Refused.class);
    assertThat(house.access().sessions().end(owner(), bo.proof().id()))
        .isInstanceOf(Change.Done.class);
    assertThat(house.access().sessions().sessions()).extracting(Open::user).containsExactly("anna");
  }

  @Test
  void aTokenIsGoodUntilItEnds() {
    Making.Made token = made(owner(), Role.VIEWER, Duration.ofDays(1));
    assertThat(house.access().tokens().find(token.secret()))
        .hasValueSatisfying(who -> assertThat(who.role()).isEqualTo(Role.VIEWER));

    house.time.pass(Duration.ofDays(1));

    assertThat(house.access().tokens().find(token.secret())).isEmpty();
    assertThat(house.access().tokens().tokens()).isEmpty();
  }

  @Test
  void aRevokedTokenIsGoodForNothing() {
    Making.Made token = made(owner(), Role.OWNER, Duration.ofDays(1));

    house.access().tokens().revoke(owner(), token.token().id());

    assertThat(house.access().tokens().find(token.secret())).isEmpty();
  }

  @Test
  void noTokenDoesMoreThanItsMaker() {
    add("bo", Role.VIEWER);
    Identity bo = house.letIn(house.logIn("bo", PASSWORD, KITCHEN)).identity();

    assertThat(house.access().tokens().make(bo, "sly", Role.OWNER, Duration.ofDays(1)))
        .isInstanceOf(Making.NotMade.class);
  }

  @Test
  void tokensOutliveARestart() {
    Making.Made token = made(owner(), Role.TECHNICIAN, Duration.ofDays(9));
    house.close();
    house = new House(folder, new HandTime());

    assertThat(house.access().tokens().tokens())
        .extracting(Issued::name)
        .containsExactly("it's me");
    assertThat(house.access().tokens().find(token.secret())).isPresent();
  }

  private Making.Made made(Identity by, Role role, Duration life) {
    return switch (house.access().tokens().make(by, "it's me", role, life)) {
      case Making.Made made -> made;
      case Making.NotMade no -> throw new AssertionError(no);
    };
  }
}

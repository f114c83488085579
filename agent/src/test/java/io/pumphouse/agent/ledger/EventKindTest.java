package io.pumphouse.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.ledger.Event.Kind;
import io.pumphouse.web.page.Tongue;
import org.junit.jupiter.api.Test;

/** Words that other programs and translations rely on. */
final class EventKindTest {
  @Test
  void theWordsOfTheApiNeverChange() {
    assertThat(Kind.values())
        .extracting(Kind::word)
        .contains(
            "agent-started",
            "agent-stopped",
            "link-up",
            "link-down",
            "alarm-on",
            "alarm-off",
            "write-ordered",
            "written",
            "not-written",
            "write-unknown",
            "compressor-started",
            "compressor-stopped",
            "hot-water-began",
            "hot-water-ended",
            "defrost-began",
            "defrost-ended",
            "add-heat-on",
            "add-heat-off",
            "register-refused",
            "register-back",
            "clock-stepped",
            "clock-known",
            "clock-guessed",
            "logged-in",
            "logged-out",
            "login-failed",
            "access-changed",
            "ledger-rescued",
            "backup-deleted",
            "store-checked",
            "backup-restored",
            "medium-ejected",
            "sg-ready-changed",
            "console-order",
            "network-changed",
            "other");
  }

  @Test
  void pagesHaveWordsForEachInEachLanguage() {
    for (Kind kind : Kind.values()) {
      String key = "event." + kind.word();
      assertThat(Tongue.ENGLISH.sayOr(key, "")).as(key).isNotEmpty();
      assertThat(Tongue.of("sv").orElseThrow().sayOr(key, "")).as(key).isNotEmpty();
    }
  }

  @Test
  void aWordOfAnotherVersionIsOther() {
    assertThat(Kind.of("pump-danced")).isEqualTo(Kind.OTHER);
    assertThat(Kind.of("defrost-began")).isEqualTo(Kind.DEFROST_BEGAN);
  }
}

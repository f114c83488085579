package io.pumphouse.agent.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactionTest {
  private final Redaction redaction = new Redaction(List.of("hunter2-hunter2", " ", "abc"));

  @Test
  void whatIsKnownGoesWhereverItStands() {
    assertThat(redaction.of("failed: login with hunter2-hunter2!"))
        .isEqualTo("failed: login with [withheld]!");
  }

  /** Shorter ones would take words apart; three letters guard nothing anyway. */
  @Test
  void wordsAreNotTakenApartByAShortSecret() {
    assertThat(redaction.of("the abc of heat pumps")).isEqualTo("the abc of heat pumps");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: planted",
        "  mqtt-password: planted # a comment",
        "# password: planted",
        "{user: ann, password: planted, port: 1883}",
        "{\"token\":\"planted\"}",
        "'api-key' = 'planted'",
        "API_KEY=planted",
        "client_secret: \"planted with blanks\"",
        "Authorization: Bearer planted.planted",
        "curl -H 'authorization: Basic cGxhbnRlZA==planted'",
        "mqtt://ann:planted@192.0.2.21:1883",
        "https://planted@example.net/x",
        "GET /x?token=planted&y=1",
        "a token ph_planted-AB_12",
        "url: https://hooks.example.net/services/planted/planted",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nplanted\nplanted\n-----END OPENSSH PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nplanted",
        "password: |\n  planted\n  planted\nnext: 1",
        "  - secret: >-\n      planted\n    id: x",
      })
  void whatLooksLikeASecretGoes(String text) {
    assertThat(redaction.of(text)).doesNotContain("planted").contains("[withheld]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret-file: /etc/pumphouse/ntfy.token",
        "line: {tcp: \"192.0.2.10:502\", unit: 1}",
        "dashboard: http://127.0.0.1:8080/",
        "url: \"http://192.0.2.20:8086\"",
        "2026-01-15T12:00:00Z INFO Poller: line up",
      })
  void whatIsNoSecretStays(String text) {
    assertThat(redaction.of(text)).isEqualTo(text);
  }

  @Test
  void theClaimCodeInTheLogGoes() {
    assertThat(redaction.of("nobody owns this server yet; claim it with code=K7QF-2MXT-9ABD"))
        .isEqualTo("nobody owns this server yet; claim it with code=[withheld]");
  }

  @Test
  void whatComesAfterASecretStays() {
    assertThat(redaction.of("{user: ann, password: planted, port: 1883}"))
        .isEqualTo("{user: ann, password: [withheld], port: 1883}");
    assertThat(redaction.of("password: |\n  planted\nnext: 1")).contains("next: 1");
  }
}

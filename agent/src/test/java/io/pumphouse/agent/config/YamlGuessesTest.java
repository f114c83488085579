package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What YAML 1.1 would take for something else: https://yaml.org/type/ bool, int, float, null. */
final class YamlGuessesTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "off",
        "Yes",
        "null",
        "~",
        "12:30",
        "010",
        "1_000",
        "1e3",
        "2026-01-01",
        "0x1F"
      })
  void aNameIsTheTextThatWasWritten(String text) {
    assertThat(desk.config(Desk.ONE_PUMP + "site: {name: " + text + "}\n").site().name())
        .isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"010", "0x1F", "0b11", "1_000", "12:30", "1e2", "+5", "32.0", "yes", "~", "٣٢"})
  void aNumberIsDecimalDigitsOrRefused(String text) {
    assertThat(desk.problems(Desk.ONE_PUMP + "web: {max-clients: " + text + "}\n"))
        .containsExactly(
            "pumphouse.yaml:3: web.max-clients: found \""
                + text
                + "\", accepted: a number from 1 to 1000, such as 32");
  }

  @Test
  void aParityThatIsOffIsNotNone() {
    assertThat(
            desk.problems(
                "pumps:\n- {id: a, model: nibe-f1255, line: {serial: /dev/ttyS0, parity: off}}\n"))
        .containsExactly(
            "pumphouse.yaml:2: pumps[0].line.parity: found \"off\", accepted: none, even or odd");
  }

  @Test
  void anIdThatLooksLikeANumberIsAnId() {
    assertThat(
            desk.config("pumps:\n- {id: 007, model: nibe-s1255, line: {tcp: 192.0.2.10}}\n")
                .pumps()
                .getFirst()
                .id())
        .hasToString("007");
  }

  @Test
  void aKeyThatLooksLikeATruthValueIsAKey() {
    assertThat(desk.problems(Desk.ONE_PUMP + "on: x\n"))
        .containsExactly(
            "pumphouse.yaml:3: on: found an unknown key, accepted: site, pumps, store, web,"
                + " gpio, publish or console");
  }

  @Test
  void quotesChangeNothing() {
    assertThat(desk.config(Desk.ONE_PUMP + "\"web\": {'max-clients': \"5\"}\n").web().maxClients())
        .isEqualTo(5);
  }
}

package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about keys, whichever section they stand in. */
final class KeyTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @Test
  void aMisspeltKeyNamesTheNearest() {
    assertThat(desk.problems(Desk.ONE_PUMP + "store: {comit-interval: 30s}\n"))
        .containsExactly(
            "pumphouse.yaml:3: store.comit-interval: found an unknown key, accepted:"
                + " commit-interval");
  }

  @Test
  void aKeyUnlikeAnyOtherNamesThemAll() {
    assertThat(desk.problems(Desk.ONE_PUMP + "heating: {}\n"))
        .containsExactly(
            "pumphouse.yaml:3: heating: found an unknown key, accepted: site, pumps, store,"
                + " web, gpio, publish or console");
  }

  @Test
  void aMisspeltKeyIsNotMissingToo() {
    assertThat(desk.problems("pumps:\n  - {id: a, modle: nibe-s1255, lien: {tcp: 192.0.2.10}}\n"))
        .containsExactly(
            "pumphouse.yaml:2: pumps[0].modle: found an unknown key, accepted: model",
            "pumphouse.yaml:2: pumps[0].lien: found an unknown key, accepted: line");
  }

  @Test
  void aKeyGivenTwiceIsRefused() {
    assertThat(desk.problems(Desk.ONE_PUMP + "store: {}\n\nstore:\n  commit-interval: 1s\n"))
        .containsExactly(
            "pumphouse.yaml:5: store: found the same key as in line 3, accepted: each key once;"
                + " delete one of the two");
  }

  @Test
  void aSectionAsKeyIsRefused() {
    assertThat(desk.problems(Desk.ONE_PUMP + "? [a, b]\n: c\n"))
        .containsExactly("pumphouse.yaml:3: found a list as a key, accepted: a word");
  }

  @Test
  void aKeyWithoutValueIsRefused() {
    assertThat(desk.problems(Desk.ONE_PUMP + "web:\n  max-clients:\n"))
        .containsExactly(
            "pumphouse.yaml:4: web.max-clients: found nothing, accepted: a number from 1 to 1000,"
                + " such as 32");
  }

  @Test
  void aListInPlaceOfAValueIsRefused() {
    assertThat(desk.problems(Desk.ONE_PUMP + "web: {max-clients: [3]}\n"))
        .containsExactly(
            "pumphouse.yaml:3: web.max-clients: found a list, accepted: a number from 1 to 1000,"
                + " such as 32");
  }

  @Test
  void aValueInPlaceOfASectionIsRefused() {
    assertThat(desk.problems(Desk.ONE_PUMP + "web: 8080\n"))
        .containsExactly(
            "pumphouse.yaml:3: web: found \"8080\", accepted: keys and values, such as {listen:"
                + " \"127.0.0.1:8080\"}");
  }

  @Test
  void yamlsMergeKeyIsAKeyLikeAnyOther() {
    assertThat(desk.problems(Desk.ONE_PUMP + "<<: {web: {}}\n"))
        .containsExactly(
            "pumphouse.yaml:3: <<: found an unknown key, accepted: site, pumps, store, web,"
                + " gpio, publish or console");
  }

  @Test
  void whatIsShownOfAFileCannotDriveATerminal() {
    assertThat(desk.problems(Desk.ONE_PUMP + "\"\\e[2J\\n\": x\nsite: {name: \"\\a\"}\n"))
        .containsExactly(
            "pumphouse.yaml:3: \uFFFD[2J\uFFFD: found an unknown key, accepted: site, pumps,"
                + " store, web, gpio, publish or console",
            "pumphouse.yaml:4: site.name: found \"\uFFFD\", accepted: a name on one line, at most"
                + " 60 characters, such as Villa Björk");
  }

  @Test
  void aLongValueIsCutShort() {
    assertThat(desk.problems(Desk.ONE_PUMP + "web: {max-clients: " + "9".repeat(500) + "}\n"))
        .containsExactly(
            "pumphouse.yaml:3: web.max-clients: found \""
                + "9".repeat(60)
                + "…\", accepted: a number from 1 to 1000, such as 32");
  }
}

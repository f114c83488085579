package io.pumphouse.agent.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pumphouse.web.model.Setting;
import io.pumphouse.web.model.Settings.Answer;
import io.pumphouse.web.model.Settings.Objection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsRoomTest {
  @TempDir private Path data;
  private Household house = new Household(Path.of(""));
  private Path file = Path.of("");

  @BeforeEach
  void open() {
    house = new Household(data);
    file = data.resolve("settings.yaml");
  }

  @Test
  void whatIsSetOutlivesTheAgentAndIsAnEvent() {
    house.set("attempts", "6");
    assertThat(new Household(data).shelf.get().jobs().attempts()).isEqualTo(6);
    assertThat(house.events).containsExactly("setting-changed: attempts from 4 to 6, by ann");
  }

  @Test
  void whatIsSetWinsOverTheConfigurationUntilItIsTakenBack() {
    assertThat(house.shelf.get().tariff().currency()).isEqualTo("SEK");
    house.set("currency", "EUR");
    Setting currency = house.setting("currency");
    assertThat(currency.value()).isEqualTo("EUR");
    assertThat(currency.usual()).isEqualTo("SEK");
    assertThat(currency.place()).isEqualTo("site: currency:");

    house.set("currency", "");
    assertThat(house.setting("currency").isChosen()).isFalse();
    assertThat(house.shelf.get().tariff().currency()).isEqualTo("SEK");
  }

  @Test
  void oneThatDoesNotFitLeavesAllAsTheyWereAndSaysWhatIsAccepted() {
    Answer answer = house.room.change(Map.of("attempts", "21", "network-check", "30s"), "ann");
    assertThat(answer)
        .isEqualTo(
            new Answer.Wrong(
                List.of(new Objection("attempts", "\"21\"", "a number from 1 to 20, such as 4"))));
    assertThat(house.setting("network-check").isChosen()).isFalse();
    assertThat(house.events).isEmpty();
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "electricity-price | 1,85",
        "currency | kronor",
        "bandwidth | 512",
        "attempts | 0",
        "verification | none",
        "keep-backups | last 1",
        "keep-backups | daily 7, daily 8",
        "network-check | 500ms",
        "resume-jobs | yes",
        "notices | true",
        "keep-raw | 1h",
        "keep-minutes | never",
        "keep-hours | 101y",
        "keep-events | 0d",
        "commit-interval | 11m",
        "language | de",
        "refresh-interval | 61s",
        "log-level | all",
        "log-budget | 1 KiB",
        "atempts | 4"
      })
  void everyValueHasARange(String key, String value) {
    assertThat(house.room.change(Map.of(key, value), "ann"))
        .isInstanceOfSatisfying(
            Answer.Wrong.class, wrong -> assertThat(wrong.objections()).hasSize(1));
    assertThat(house.room.all()).noneMatch(Setting::isChosen);
  }

  @Test
  void oneOrAllGoBackToWhatIsUsual() {
    house.set("attempts", "6").set("language", "sv");
    assertThat(house.room.reset(List.of("attempts"), "ann"))
        .isEqualTo(new Answer.Saved(List.of("attempts")));
    assertThat(house.setting("language").value()).isEqualTo("sv");
    assertThat(house.room.reset(List.of("nonsense"), "ann")).isInstanceOf(Answer.Wrong.class);
    house.room.reset(List.of(), "ann");
    assertThat(house.room.all()).noneMatch(Setting::isChosen);
    assertThat(house.events)
        .last()
        .isEqualTo("setting-changed: language from sv to browser, by ann");
  }

  @Test
  void whatHoldsOnlyAfterARestartSaysThatItWaits() {
    house.set("commit-interval", "60s").set("attempts", "5");
    assertThat(house.setting("commit-interval").isWaiting()).isTrue();
    assertThat(house.setting("attempts").isWaiting()).isFalse();
    assertThat(new Household(data).setting("commit-interval").isWaiting()).isFalse();
  }

  @Test
  void whatSomebodyWroteIntoTheFileMeanwhileIsKept() throws IOException {
    house.set("attempts", "6");
    Files.writeString(file, Files.readString(file) + "language: sv\n");
    house.set("network-check", "30s");
    assertThat(new Household(data).room.all())
        .filteredOn(Setting::isChosen)
        .extracting(Setting::key, Setting::value)
        .containsExactly(
            tuple("attempts", "6"), tuple("network-check", "30s"), tuple("language", "sv"));
  }

  @Test
  void aFileThatIsWrongStopsNothingAndIsNeverOverwritten() throws IOException {
    String text = "attempts: 6\nlanguage: klingon\nretries: 3\n";
    Files.writeString(file, text);
    Household again = new Household(data);
    assertThat(again.shelf.get().jobs().attempts()).isEqualTo(6);
    assertThat(again.shelf.get().language()).isEmpty();
    assertThat(again.shelf.check().isWell()).isFalse();
    assertThat(again.shelf.check().cause()).contains("language: found \"klingon\"", "en or sv");
    assertThat(again.room.change(Map.of("attempts", "7"), "ann")).isInstanceOf(Answer.Wrong.class);
    assertThat(file).hasContent(text);
  }

  @Test
  void damageIsNoReasonNotToStart() throws IOException {
    Files.write(file, new byte[4_096]);
    assertThat(new Household(data).shelf.check().isWell()).isFalse();
  }

  @Test
  void aHalfWrittenFileOfAPowerCutIsNotRead() throws IOException {
    house.set("attempts", "6");
    Files.writeString(data.resolve("settings.yaml.part"), "attempts: \"");
    Household again = new Household(data);
    assertThat(again.shelf.check().isWell()).isTrue();
    again.set("attempts", "7");
    assertThat(new Household(data).shelf.get().jobs().attempts()).isEqualTo(7);
  }

  @Test
  void whatCannotBeKeptIsNotSet() throws IOException {
    Files.createDirectory(data.resolve("settings.yaml.part"));
    assertThat(house.room.change(Map.of("attempts", "6"), "ann")).isInstanceOf(Answer.Failed.class);
    assertThat(house.setting("attempts").value()).isEqualTo("4");
  }
}

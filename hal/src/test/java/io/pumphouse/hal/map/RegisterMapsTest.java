package io.pumphouse.hal.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.map.Lookup.Faulty;
import io.pumphouse.hal.map.Lookup.Found;
import io.pumphouse.hal.map.Lookup.Unknown;
import io.pumphouse.hal.reading.Alarm;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterMapsTest {
  @TempDir Path folder;

  @Test
  void shippedModelsAreListedInAStableOrder() {
    assertThat(new RegisterMaps().models())
        .extracting(Model::id)
        .containsExactly(
            "nibe-s1255",
            "nibe-s1256",
            "nibe-s735",
            "nibe-f1255",
            "nibe-f1245",
            "nibe-f750",
            "thermia-genesis-inverter",
            "thermia-genesis-mega",
            "ivt-rego600",
            "ivt-rego636",
            "ivt-rego637",
            "husdata-h1-ivt",
            "husdata-h1-nibe",
            "husdata-h1-thermia",
            "husdata-h66-ivt",
            "husdata-h66-nibe",
            "husdata-h66-thermia");
  }

  @Test
  void anUnknownModelNamesTheNearest() {
    assertThat(new RegisterMaps().find("nibe-s1155")).isEqualTo(new Unknown("nibe-s1255"));
  }

  @Test
  void registersAreNamedByMetricOrNumber() {
    RegisterMap map = ((Found) new RegisterMaps().find("nibe-s1255")).map();

    assertThat(List.of("outdoor_temp", "30002", "register:30002"))
        .allSatisfy(
            name -> assertThat(map.named(name)).contains(map.find(Metric.OUTDOOR_TEMP).get()));
    assertThat(List.of("", " ", "register:", "register:nope", "30002 "))
        .allSatisfy(name -> assertThat(map.named(name)).isEmpty());
  }

  @Test
  void aPathIsNotAModel() {
    assertThat(maps().find("../mine")).isInstanceOf(Unknown.class);
  }

  @Test
  void aFolderThatDoesNotExistHoldsNoMaps() {
    assertThat(new RegisterMaps(folder.resolve("none")).models()).hasSize(17);
  }

  @Test
  void usersMapsComeAfterTheShippedOnes() throws IOException {
    write("mine.csv", UserMap.TEXT);
    assertThat(maps().models()).hasSize(18).last().extracting(Model::id).isEqualTo("mine");
  }

  @Test
  void usersMapSaysWhatTheModelIs() throws IOException {
    write("mine.csv", UserMap.TEXT);
    Model model = found("mine").model();
    assertThat(model.title()).isEqualTo("My pump");
    assertThat(model.wires()).containsExactlyInAnyOrder(Wire.TCP, Wire.RTU_OVER_TCP);
    assertThat(model.wordOrder()).isEqualTo(WordOrder.HIGH_FIRST);
    assertThat(model.registersPerRequest()).isEqualTo(16);
    assertThat(model.bitsPerRequest()).isEqualTo(32);
    assertThat(model.pause()).isEqualTo(Duration.ofMillis(100));
    assertThat(model.answerWithin()).isEqualTo(Duration.ofMillis(2100));
    assertThat(model.readable())
        .extracting(AddressRange::toString)
        .containsExactly("input 0-49", "input 50-99");
    assertThat(model.exceptionForAbsent()).isEqualTo(2);
    assertThat(model.sources()).containsEntry("manual", "Installer manual, page 12");
  }

  @Test
  void namesAreKnownWithoutReadingAnyMap() throws IOException {
    write("mine.csv", "");
    assertThat(maps().modelIds()).hasSize(18).startsWith("nibe-s1255").endsWith("mine");
  }

  @Test
  void numbersOfAMetricStandForWordsThatDifferByModel() {
    assertThat(meaning("nibe-s1255", Metric.PRIORITY, 30)).isEqualTo("heating");
    assertThat(meaning("thermia-genesis-mega", Metric.PRIORITY, 4)).isEqualTo("heating");
    assertThat(meaning("nibe-s1255", Metric.SG_READY_STATE, 10)).isEqualTo("normal");
    assertThat(meaning("nibe-f1245", Metric.SG_READY_STATE, 10)).isEqualTo("blocked");
    assertThat(meaning("nibe-s1255", Metric.PRIORITY, 31)).isEmpty();
  }

  @Test
  void anAlarmCodeStandsForTheMakersTextAsItIsDecoded() {
    assertThat(meaning("husdata-h1-ivt", Metric.ALARM_LAST_CODE, 210))
        .isEqualTo("Wrong phase order");
    assertThat(meaning("nibe-f1255", Metric.ALARM_CODE, 31_000))
        .isEqualTo("not in the maker's list");
    assertThat(meaning("nibe-f1255", Metric.ALARM_CODE, 0)).isEmpty();
  }

  private static String meaning(String model, Metric metric, long raw) {
    return switch (new RegisterMaps().find(model)) {
      case Lookup.Found(RegisterMap map) -> map.meaningOf(map.find(metric).orElseThrow().id(), raw);
      case Lookup.Unknown _, Lookup.Faulty _ -> throw new IllegalArgumentException(model);
    };
  }

  @Test
  void aUsersMapMayNameAShippedAlarmTable() throws IOException {
    write("mine.csv", UserMap.TEXT.replace("# source", "# alarms: nibe-f\n# source"));
    assertThat(found("mine").alarms().byCode(1)).isPresent();
  }

  @Test
  void aUsersAlarmTableLiesInAFolderBesideTheMaps() throws IOException {
    write("mine.csv", UserMap.TEXT.replace("# source", "# alarms: mine\n# source"));
    Files.createDirectory(folder.resolve("alarms"));
    write(
        "alarms/mine.csv",
        "# source me: x\ncode,bit,class,severity,text,source\n,t1,,,Too cold,me\n,t9,,,Else,me\n");
    assertThat(found("mine").alarms().bits().values())
        .extracting(Alarm::text)
        .containsExactly("Too cold");
    assertThat(maps().modelIds()).hasSize(18);
  }

  @Test
  void aMistakeInAnAlarmTableNamesItsFile() throws IOException {
    write("mine.csv", UserMap.TEXT.replace("# source", "# alarms: mine\n# source"));
    Files.createDirectory(folder.resolve("alarms"));
    write("alarms/mine.csv", "code;text");
    assertThat(problemOf("mine").file()).isEqualTo(folder.resolve("alarms/mine.csv").toString());
  }

  @Test
  void limitsAreHeldRaw() throws IOException {
    write("mine.csv", UserMap.TEXT);
    Register outdoor = found("mine").find(Metric.OUTDOOR_TEMP).orElseThrow();
    assertThat(outdoor.lowest()).isEqualTo(-600);
    assertThat(outdoor.highest()).isEqualTo(600);
  }

  @Test
  void sentinelsOfTheRowJoinThoseOfTheType() throws IOException {
    write("mine.csv", UserMap.TEXT);
    Register power = found("mine").find(new RegisterId("t2")).orElseThrow();
    assertThat(power.absent()).containsExactlyInAnyOrder(20000L, 32767L, -32768L);
  }

  @Test
  void aMetricsOwnLabelIsShownAndElseTheMakersTitle() throws IOException {
    write("mine.csv", UserMap.TEXT);
    assertThat(found("mine").registers())
        .extracting(Register::label)
        .containsExactly("Outdoors", "Power, \"net\"");
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkAreNoMistake() throws IOException {
    write("mine.csv", "\uFEFF" + UserMap.TEXT.replace("\n", "\r\n"));
    assertThat(found("mine").registers()).hasSize(2);
  }

  @Test
  void aUsersMapTakesThePlaceOfAShippedOne() throws IOException {
    write("nibe-s1255.csv", UserMap.TEXT.replace("model: mine", "model: nibe-s1255"));
    assertThat(found("nibe-s1255").model().title()).isEqualTo("My pump");
    assertThat(maps().models()).hasSize(17).first().extracting(Model::title).isEqualTo("My pump");
  }

  @Test
  void aFaultyMapIsListedAsFaulty() throws IOException {
    write("mine.csv", "");
    assertThat(maps().all()).hasSize(18).last().isInstanceOf(Faulty.class);
  }

  @Test
  void aProblemNamesTheWholePath() throws IOException {
    write("mine.csv", "");
    assertThat(problemOf("mine").file()).isEqualTo(folder.resolve("mine.csv").toString());
  }

  @Test
  void aFileThatIsNotUtf8SaysSo() throws IOException {
    Files.write(folder.resolve("mine.csv"), UserMap.TEXT.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problemOf("mine").accepted()).isEqualTo("save it as CSV with encoding UTF-8");
  }

  @Test
  void aMapThatCannotBeReadIsFaultyAndNotUnknown() throws IOException {
    Files.createDirectory(folder.resolve("mine.csv"));
    assertThat(problemOf("mine").found()).startsWith("cannot be read (");
  }

  @Test
  void aFolderThatCannotBeListedIsAProblemAndNotEmpty() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    RegisterMaps maps = new RegisterMaps(file);
    assertThat(maps.all()).last().isInstanceOf(Faulty.class);
    assertThat(maps.find("nibe-s1255")).isInstanceOf(Faulty.class);
  }

  private RegisterMaps maps() {
    return new RegisterMaps(folder);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private RegisterMap found(String modelId) {
    return assertThat(maps().find(modelId))
        .asInstanceOf(InstanceOfAssertFactories.type(Found.class))
        .actual()
        .map();
  }

  private MapProblem problemOf(String modelId) {
    return assertThat(maps().find(modelId))
        .asInstanceOf(InstanceOfAssertFactories.type(Faulty.class))
        .actual()
        .problems()
        .getFirst();
  }
}

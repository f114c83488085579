package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.MapShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Register maps of a user's own, in the folder {@code maps} beside the configuration. */
final class UsersMapsTest {
  private static final String MAP =
      """
      # model: cellar
      # title: The one in the cellar
      # wires: rego
      # pause: 80ms
      # answer-within: 4s
      # source me: tried on the pump
      id,space,address,type,scale,unit,access,min,max,write_min,write_max,absent,metric,label,source
      1,system,0x020A,s16,0.1,°C,r,-60,60,,,-483,outdoor_temp,GT2,me
      """;

  @TempDir private Path folder;

  @BeforeEach
  void configureTheCellar() throws IOException {
    Files.createDirectory(folder.resolve("maps"));
    Files.writeString(
        folder.resolve("pumphouse.yaml"),
        "pumps:\n- {id: a, model: cellar, line: {serial: /dev/ttyS0}}\n");
  }

  @Test
  void aMapBesideTheConfigurationIsAModel() throws IOException {
    Files.writeString(folder.resolve("maps/cellar.csv"), MAP);
    assertThat(read()).isInstanceOf(Loaded.Valid.class);
  }

  @Test
  void aWrongMapIsToldWithFileLineAndWhatIsAccepted() throws IOException {
    Path map = folder.resolve("maps/cellar.csv");
    Files.writeString(map, MAP.replace("s16", "s17").replace("80ms", "80"));
    assertThat(problems())
        .containsExactly(
            folder.resolve("pumphouse.yaml")
                + ":2: pumps[0].model: found \"cellar\", accepted: this model once its map is right: "
                + map
                + ":4: pause \"80\": use a time from 0ms to 60s, such as 100ms or 2.1s (and 1 more)");
  }

  @Test
  void withoutTheMapThereIsNoSuchModel() {
    assertThat(problems()).singleElement().asString().contains("found \"cellar\"", "nibe-s1255");
  }

  private Loaded read() {
    return new ConfigFile(MapShelf::beside, Desk.SYSTEM_ZONE)
        .read(folder.resolve("pumphouse.yaml"));
  }

  private List<String> problems() {
    return switch (read()) {
      case Loaded.Valid(Config config) -> throw new AssertionError("no problem: " + config);
      case Loaded.Wrong(List<Problem> problems) ->
          problems.stream().map(Problem::toString).toList();
    };
  }
}

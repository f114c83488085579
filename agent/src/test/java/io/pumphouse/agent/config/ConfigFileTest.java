package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigFileTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    Config config = desk.config(Desk.ONE_PUMP);

    assertThat(config.site()).isEqualTo(new Site("Pumphouse", Desk.SYSTEM_ZONE));
    assertThat(config.store()).isEqualTo(new StoreConfig(Duration.ofSeconds(30)));
    assertThat(config.web()).isEqualTo(WebConfig.onlyHere(new Endpoint("127.0.0.1", 8080), 32));
    PumpConfig pump = config.pumps().getFirst();
    assertThat(pump.wiring()).isEqualTo(new Wiring.Tcp("192.0.2.10", 502));
    assertThat(pump.unit()).isEqualTo(1);
    assertThat(pump.answerWithin()).isEqualTo(HandMadeModels.ANSWER_WITHIN);
    assertThat(pump.pollInterval()).isEqualTo(Duration.ofSeconds(5));
    assertThat(pump.intervals()).isEmpty();
  }

  @Test
  void everyKeyReachesItsRecord() {
    Config config =
        desk.config(
            """
            site: {name: Villa Björk, time-zone: Europe/Stockholm}
            pumps:
              - id: cottage
                model: nibe-f1255
                line:
                  serial: /dev/ttyUSB0
                  baud: 19200
                  parity: even
                  stop-bits: 2
                  unit: 17
                  answer-within: 800ms
                poll-interval: 10s
                intervals: {outdoor_temp: 1m, "register:40940": 2h}
            store: {commit-interval: 5m}
            web: {listen: "[::1]:0", max-clients: 3}
            """);

    assertThat(config.site()).isEqualTo(new Site("Villa Björk", ZoneId.of("Europe/Stockholm")));
    assertThat(config.store().commitInterval()).isEqualTo(Duration.ofMinutes(5));
    assertThat(config.web()).isEqualTo(WebConfig.onlyHere(new Endpoint("[::1]", 0), 3));
    PumpConfig pump = config.pumps().getFirst();
    assertThat(pump.id()).isEqualTo(new PumpId("cottage"));
    assertThat(pump.map().model().id()).isEqualTo("nibe-f1255");
    assertThat(pump.wiring())
        .isEqualTo(new Wiring.Serial("/dev/ttyUSB0", 19200, Wiring.Parity.EVEN, 2));
    assertThat(pump.unit()).isEqualTo(17);
    assertThat(pump.answerWithin()).isEqualTo(Duration.ofMillis(800));
    assertThat(pump.pollInterval()).isEqualTo(Duration.ofSeconds(10));
    assertThat(pump.intervals())
        .containsExactly(
            entry(new RegisterId("40004"), Duration.ofMinutes(1)),
            entry(new RegisterId("40940"), Duration.ofHours(2)));
  }

  @Test
  void sectionsWhoseKeysAreAllCommentedOutHaveTheirDefaults() {
    Config config = desk.config(Desk.ONE_PUMP + "web:\n#  max-clients: 3\nstore:\nsite:\n");

    assertThat(config.web().maxClients()).isEqualTo(32);
  }

  @Test
  void pumpsKeepTheOrderOfTheFile() {
    Config config =
        desk.config(
            """
            pumps:
              - {id: b, model: nibe-s1255, line: {tcp: pump-b.local}}
              - {id: a, model: nibe-s1255, line: {tcp: pump-a.local}}
            """);

    assertThat(config.pumps()).extracting(pump -> pump.id().name()).containsExactly("b", "a");
  }

  @Test
  void allProblemsComeAtOnceInLineOrder() {
    assertThat(
            desk.problems(
                """
                web: {max-clients: 0}
                pumps:
                  - id: House
                    model: nibe-s1255
                    line: {tcp: 192.0.2.10, unit: 248}
                site: {nmae: Villa}
                """))
        .containsExactly(
            "pumphouse.yaml:1: web.max-clients: found \"0\", accepted: a number from 1 to 1000,"
                + " such as 32",
            "pumphouse.yaml:3: pumps[0].id: found \"House\", accepted: a name of at most 32"
                + " lower-case letters, digits and hyphens, such as house",
            "pumphouse.yaml:5: pumps[0].line.unit: found \"248\", accepted: a number from 0 to"
                + " 247, such as 1",
            "pumphouse.yaml:6: site.nmae: found an unknown key, accepted: name");
  }

  @Test
  void aFileThatIsNotThereIsAProblem() {
    Path absent = Path.of("nowhere/pumphouse.yaml");

    assertThat(new ConfigFile(new HandMadeModels(), Desk.SYSTEM_ZONE).read(absent))
        .isEqualTo(
            new Loaded.Wrong(
                List.of(
                    new Problem(
                        "nowhere/pumphouse.yaml",
                        0,
                        "",
                        "no such file",
                        "a configuration file; name it with --config FILE"))));
  }

  @Test
  void aFolderIsAProblem() {
    Loaded loaded = new ConfigFile(new HandMadeModels(), Desk.SYSTEM_ZONE).read(folder);

    assertThat(loaded)
        .hasToString(
            new Loaded.Wrong(
                    List.of(
                        new Problem(
                            folder.toString(),
                            0,
                            "",
                            "a file that cannot be read: Is a directory",
                            "a readable file")))
                .toString());
  }
}

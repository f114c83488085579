package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IntervalsSectionTest {
  private static final String NOT_THERE = "found a name that nibe-f1255 does not have, accepted: ";

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  private List<String> problems(String intervals) {
    return desk
        .problems(
            """
            pumps:
              - id: a
                model: nibe-f1255
                line: {serial: /dev/ttyUSB0}
                intervals: %s
            """
                .formatted(intervals))
        .stream()
        .map(text -> text.replace("pumphouse.yaml:5: pumps[0].intervals.", ""))
        .toList();
  }

  @Test
  void aMisspeltMetricNamesTheNearest() {
    assertThat(problems("{outdor_temp: 1m}"))
        .containsExactly("outdor_temp: " + NOT_THERE + "outdoor_temp");
  }

  @Test
  void anUnknownRegisterNamesTheNearest() {
    assertThat(problems("{'register:40941': 1m}"))
        .containsExactly("register:40941: " + NOT_THERE + "register:40940");
  }

  @Test
  void aBareRegisterNumberIsToldItsName() {
    assertThat(problems("{40940: 1m}")).containsExactly("40940: " + NOT_THERE + "register:40940");
  }

  @Test
  void aMetricThatThisModelDoesNotHaveIsRefused() {
    assertThat(problems("{degree_minutes: 1m}"))
        .containsExactly(
            "degree_minutes: "
                + NOT_THERE
                + "a metric of its map, such as outdoor_temp, or register: and a number in its"
                + " map");
  }

  @Test
  void aRegisterWithoutNumberIsRefused() {
    assertThat(problems("{'register:': 1m, '': 1m}")).hasSize(2);
  }

  @Test
  void anIntervalIsADuration() {
    assertThat(problems("{outdoor_temp: 0s, hot_water_top: 25h}"))
        .containsExactly(
            "outdoor_temp: found \"0s\", accepted: a duration from 1s to 1d, such as 1m",
            "hot_water_top: found \"25h\", accepted: a duration from 1s to 1d, such as 1m");
  }

  @Test
  void oneRegisterHasOneInterval() {
    assertThat(problems("{outdoor_temp: 1m, 'register:40004': 5s}"))
        .containsExactly(
            "register:40004: found a second name of register 40004, accepted: one interval for"
                + " each register");
  }
}

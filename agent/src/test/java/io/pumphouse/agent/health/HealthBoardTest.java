package io.pumphouse.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.Health.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The board, and the one line that systemd shows of it. */
final class HealthBoardTest {
  private static final Check WELL = Check.well("store", "last commit 3 s ago");
  private static final Check SILENT =
      Check.degraded("pump house", "no answer in 2s", "look at the cable");
  private static final Check STEPLESS = Check.degraded("backup", "own-data failed: no reason", "");

  @Test
  void everyTroubleHasANextStep() {
    HealthBoard board = new HealthBoard(() -> true, List.of(() -> List.of(WELL, SILENT, STEPLESS)));

    List<Check> checks = board.report().checks();
    assertThat(checks.subList(0, 2)).containsExactly(WELL, SILENT);
    assertThat(checks.getLast().cause()).isEqualTo("own-data failed: no reason");
    assertThat(checks.getLast().next()).contains("pumphouse doctor");
  }

  @Test
  void oneLineSaysThatAllIsWellOrWhatComesFirst() {
    assertThat(line(WELL)).isEqualTo("1 bus, all is well");
    assertThat(line(WELL, SILENT)).isEqualTo("1 bus, pump house: no answer in 2s");
    assertThat(line(SILENT, WELL, STEPLESS))
        .isEqualTo("1 bus, 2 things need a look, first pump house: no answer in 2s");
  }

  private static String line(Check... checks) {
    return StatusLine.of("1 bus", new Report(true, List.of(checks)));
  }
}

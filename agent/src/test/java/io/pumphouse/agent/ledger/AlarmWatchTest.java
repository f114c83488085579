package io.pumphouse.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.reading.Alarm;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Severity;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.ActiveAlarm.Since;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlarmWatchTest {
  private static final PumpId HOUSE = new PumpId("house");
  private static final Alarm PRESSURE =
      new Alarm("51", "", Severity.UNKNOWN, "Low pressure alarm", "test");

  private final FakeTime time = new FakeTime();
  @TempDir Path folder;

  private ActiveAlarm came(Duration ago) {
    return new ActiveAlarm(PRESSURE, true, new Since.At(time.wall().minus(ago), ago));
  }

  private static ActiveAlarm older() {
    return new ActiveAlarm(PRESSURE, false, new Since.BeforeStart());
  }

  private List<String> noted(Consumer<AlarmWatch> happens) {
    try (Ledger ledger = new Ledger(folder.resolve("ledger.db"), "boot-1", time)) {
      happens.accept(new AlarmWatch(ledger, time));
      return ledger.latest(9).reversed().stream()
          .map(event -> event.kind().word() + " " + event.pump() + ": " + event.text())
          .toList();
    }
  }

  @Test
  void anAlarmIsNotedInTheMakersWordsAndHowLongItLasted() {
    assertThat(
            noted(
                watch -> {
                  watch.appeared(HOUSE, came(Duration.ZERO));
                  watch.cleared(HOUSE, came(Duration.ofSeconds(90)));
                }))
        .containsExactly(
            "alarm-on house: 51 Low pressure alarm",
            "alarm-off house: 51 Low pressure alarm; over after 90 s");
  }

  @Test
  void anAlarmOlderThanTheAgentSaysSo() {
    assertThat(
            noted(
                watch -> {
                  watch.appeared(HOUSE, older());
                  watch.cleared(HOUSE, older());
                }))
        .containsExactly(
            "alarm-on house: probably 51 Low pressure alarm; it was there before the agent started",
            "alarm-off house: probably 51 Low pressure alarm; over");
  }
}

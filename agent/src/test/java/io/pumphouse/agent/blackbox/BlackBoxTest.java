package io.pumphouse.agent.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.ledger.Ledger;
import io.pumphouse.agent.poll.Batch;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Alarm;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Severity;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.ActiveAlarm.Since;
import io.pumphouse.web.model.Recording;
import io.pumphouse.web.model.Recording.Tick;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BlackBoxTest {
  private static final PumpId HOUSE = new PumpId("house");
  private static final RegisterId TEMPERATURE = new RegisterId("30002");
  private static final RegisterId FLOW = new RegisterId("30010");
  private static final RegisterId POOL = new RegisterId("30011");

  private final FakeTime time = new FakeTime();
  @TempDir Path folder;
  private Ledger ledger;
  private BlackBox box;

  @BeforeEach
  void open() {
    ledger = new Ledger(folder.resolve("ledger.db"), "boot", time);
    box = new BlackBox(ledger.recordings(), time);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void recordingHoldsAQuarterOfAnHourBeforeAndFiveMinutesAfter() {
    poll(Duration.ofMinutes(30));
    box.appeared(HOUSE, alarm("51"));
    Instant came = time.wall();
    poll(Duration.ofMinutes(10));

    Recording.Head head = box.list(HOUSE).getFirst();
    assertThat(head.at()).isEqualTo(came);
    assertThat(head.alarm()).isEqualTo("51 Low pressure alarm");
    List<Tick> ticks =
        box.open(head.id()).orElseThrow().byRegister().getOrDefault(TEMPERATURE, List.of());
    assertThat(ticks).hasSize(180 + 1 + 59);
    assertThat(ticks.getFirst().fromAlarm()).isEqualTo(Duration.ofMinutes(-15));
    assertThat(ticks.getLast().fromAlarm()).isEqualTo(Duration.ofSeconds(295));
    assertThat(ticks.get(180)).isEqualTo(new Tick.Value(Duration.ZERO, 30 * 60));
    assertThat(ticks.get(181)).isEqualTo(new Tick.Value(Duration.ofSeconds(5), 30 * 60 + 5));
  }

  @Test
  void gapsKeepTheirReason() {
    poll(Duration.ofMinutes(1));
    box.appeared(HOUSE, alarm("51"));

    Recording recording = box.open(box.list(HOUSE).getFirst().id()).orElseThrow();

    assertThat(recording.byRegister().get(FLOW))
        .allSatisfy(tick -> assertThat(tick).isInstanceOf(Tick.Gap.class))
        .last()
        .isEqualTo(new Tick.Gap(Duration.ZERO, "refused:2"));
    assertThat(recording.byRegister().get(POOL))
        .last()
        .isEqualTo(new Tick.Gap(Duration.ZERO, "missing"));
  }

  @Test
  void alarmDuringARecordingBeginsNoOther() {
    poll(Duration.ofMinutes(1));
    box.appeared(HOUSE, alarm("51"));
    poll(Duration.ofMinutes(2));
    box.appeared(HOUSE, alarm("52"));
    poll(Duration.ofMinutes(4));
    assertThat(box.list(HOUSE)).hasSize(1);

    box.appeared(HOUSE, alarm("53"));

    assertThat(box.list(HOUSE))
        .extracting(Recording.Head::alarm)
        .containsExactly("53 Low pressure alarm", "51 Low pressure alarm");
  }

  @Test
  void alarmFromBeforeTheStartIsNotRecorded() {
    poll(Duration.ofMinutes(1));
    box.appeared(HOUSE, new ActiveAlarm(alarm("51").alarm(), true, new Since.BeforeStart()));

    assertThat(box.list(HOUSE)).isEmpty();
  }

  @Test
  void onlyTheNewestTwentyAreKept() {
    for (int i = 0; i < 23; i++) {
      poll(Duration.ofMinutes(6));
      box.appeared(HOUSE, alarm("no. " + i));
      assertThat(box.list(HOUSE).getFirst().alarm()).startsWith("no. " + i); // it is on the disk
    }

    assertThat(box.list(HOUSE))
        .hasSize(20)
        .last()
        .extracting(Recording.Head::alarm)
        .isEqualTo("no. 3 Low pressure alarm");
  }

  @Test
  void recordingMovesWithTheClock() {
    poll(Duration.ofMinutes(1));
    box.appeared(HOUSE, alarm("51"));
    Instant came = time.wall();

    ledger.move(Duration.ofHours(1), Duration.ofDays(9));

    assertThat(box.list(HOUSE).getFirst().at()).isEqualTo(came.plus(Duration.ofDays(9)));
  }

  @Test
  void recordingThatIsGoneIsEmpty() {
    assertThat(box.open(4_711)).isEmpty();
  }

  private static ActiveAlarm alarm(String code) {
    Alarm alarm = new Alarm(code, "", Severity.UNKNOWN, "Low pressure alarm", "test");
    return new ActiveAlarm(alarm, true, new Since.At(Instant.EPOCH, Duration.ZERO));
  }

  /** Every 5 s; the temperature is the seconds since boot. */
  private void poll(Duration length) {
    for (Duration left = length; left.isPositive(); left = left.minusSeconds(5)) {
      time.advance(Duration.ofSeconds(5));
      var now = time.now();
      box.offer(
          new Batch(
              HOUSE,
              new Link.Up(),
              Duration.ZERO,
              List.of(
                  new Reading(TEMPERATURE, now, now.sinceBoot().toSeconds()),
                  new Invalid(FLOW, now, new Fault.Refused(2)),
                  new Missing(POOL, now)),
              true));
    }
  }
}

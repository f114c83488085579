package io.pumphouse.agent.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.command.Workload;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.AlarmLog;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When the log of a Rego is read, seen from the rota. */
final class LogTurnsTest {
  private static final PumpId CABIN = new PumpId("cabin");
  private static final Fault SILENCE = new Fault.NoAnswer(Duration.ofSeconds(1));

  private final FakeTime time = new FakeTime();
  private final Rego pump = new Rego();
  private final Rota rota =
      new Rota(
          List.of(Assignment.of(CABIN, pump, Duration.ofMinutes(1), Map.of())),
          new Forgetful(),
          time,
          new Random(1));

  /** Everything reads zero, but for the alarm output. */
  private final class Rego implements HeatPump {
    private final RegisterMap map = Shipped.map("ivt-rego600");
    private final List<Duration> logReads = new ArrayList<>();
    private long alarm;
    private boolean hasLog = true;
    private boolean answers = true;

    @Override
    public RegisterMap map() {
      return map;
    }

    @Override
    public List<PlannedRead> plan(Collection<RegisterId> registers) {
      return List.of(new PlannedRead(List.copyOf(registers), "all", Duration.ofMillis(10)));
    }

    @Override
    public List<Sample> read(Collection<RegisterId> registers) {
      return registers.stream().map(this::sample).toList();
    }

    private Sample sample(RegisterId id) {
      if (!answers) {
        return new Invalid(id, time.now(), SILENCE);
      }
      boolean isAlarm = map.metricOf(id).filter(Metric.ALARM_ACTIVE::equals).isPresent();
      return new Reading(id, time.now(), isAlarm ? alarm : 0);
    }

    @Override
    public AlarmLog alarmLog() {
      logReads.add(Duration.ofNanos(time.nanos()));
      return hasLog
          ? new AlarmLog.Heard(List.of(), time.now())
          : new AlarmLog.Unheard(SILENCE, "look", time.now());
    }

    @Override
    public List<PlannedRead> planAlarmLog() {
      return List.of(new PlannedRead(List.of(), "log", Duration.ofMillis(60)));
    }

    @Override
    public Written write(RegisterId register, long raw) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Link link() {
      return answers ? new Link.Up() : new Link.Silent("no answer", "look");
    }
  }

  private Batch poll() {
    Batch batch = rota.ask().orElseThrow();
    time.advance(Duration.ofMinutes(1));
    return batch;
  }

  @Test
  void theLogIsReadAtOnceAndThenEveryTenMinutes() {
    for (int i = 0; i < 21; i++) {
      poll();
    }

    assertThat(pump.logReads)
        .containsExactly(Duration.ZERO, Duration.ofMinutes(10), Duration.ofMinutes(20));
  }

  @Test
  void aNewAlarmIsToldTogetherWithItsLog() {
    poll();
    assertThat(poll().log()).isInstanceOf(AlarmLog.Unread.class);
    pump.alarm = 1;

    assertThat(poll().log()).isInstanceOf(AlarmLog.Heard.class);
    assertThat(poll().log()).isInstanceOf(AlarmLog.Unread.class);
  }

  @Test
  void readingItCountsAsWorkForTheLine() {
    assertThat(rota.workload(CABIN).orElseThrow().occasions().getLast())
        .isEqualTo(
            new Workload.Occasion(List.of(Duration.ofMinutes(10)), 1 / 600.0, pump.planAlarmLog()));
  }

  @Test
  void aLogThatCannotBeReadIsAskedForAgainSoon() {
    pump.hasLog = false;
    poll();
    poll();

    assertThat(pump.logReads).containsExactly(Duration.ZERO, Duration.ofMinutes(1));
  }

  @Test
  void aPumpThatDoesNotAnswerIsNotAskedForItsLog() {
    pump.answers = false;

    assertThat(poll().log()).isInstanceOf(AlarmLog.Unread.class);
    assertThat(pump.logReads).isEmpty();
  }
}

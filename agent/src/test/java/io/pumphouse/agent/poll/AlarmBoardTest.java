package io.pumphouse.agent.poll;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.pumphouse.hal.reading.Severity;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.AlarmReport;
import io.pumphouse.web.model.AlarmReport.State;
import io.pumphouse.web.model.LastAlarm;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shipped maps and their makers' lists, as far as they tell alarms. */
final class AlarmBoardTest {
  private static final PumpId HOUSE = new PumpId("house");
  private static final LocalDateTime NIGHT = LocalDateTime.parse("2025-01-28T05:11:52");
  private static final Fault SILENCE = new Fault.NoAnswer(Duration.ofSeconds(1));

  private final FakeTime time = new FakeTime();
  private final List<String> told = new ArrayList<>();

  /** A pump that has a map and is never asked. */
  private record Mute(RegisterMap map) implements HeatPump {
    @Override
    public List<PlannedRead> plan(Collection<RegisterId> registers) {
      return List.of();
    }

    @Override
    public List<Sample> read(Collection<RegisterId> registers) {
      return List.of();
    }

    @Override
    public Written write(RegisterId register, long raw) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Link link() {
      return new Link.Untried();
    }
  }

  private final class Teller implements AlarmListener {
    @Override
    public void appeared(PumpId pump, ActiveAlarm alarm) {
      told.add("on " + alarm.words());
    }

    @Override
    public void cleared(PumpId pump, ActiveAlarm alarm) {
      told.add("off " + alarm.words());
    }
  }

  /** One pump of a shipped model, and what it says. */
  private final class Scene {
    private final Assignment assignment;
    private final AlarmBoard board;
    private final Set<RegisterId> concerned;
    private final Map<RegisterId, Long> said = new HashMap<>();

    Scene(String model) {
      RegisterMap map = Shipped.map(model);
      this.assignment = Assignment.of(HOUSE, new Mute(map), Duration.ofSeconds(5), Map.of());
      this.concerned = new AlarmSigns(map).all();
      concerned.forEach(register -> said.put(register, 0L));
      this.board = new AlarmBoard(List.of(assignment), new Teller(), time);
    }

    RegisterId id(Metric metric) {
      return assignment.pump().map().find(metric).orElseThrow().id();
    }

    Scene says(Metric metric, long raw) {
      return says(id(metric).name(), raw);
    }

    Scene says(String register, long raw) {
      said.put(new RegisterId(register), raw);
      return polled(new AlarmLog.Unread());
    }

    Scene fails(String register) {
      said.remove(new RegisterId(register));
      return polled(new AlarmLog.Unread());
    }

    Scene saysWithLog(Metric metric, long raw, AlarmLog log) {
      said.put(id(metric), raw);
      return polled(log);
    }

    /** All registers, in two requests. */
    private Scene polled(AlarmLog log) {
      time.advance(Duration.ofSeconds(5));
      List<Sample> samples = concerned.stream().map(this::sample).toList();
      hears(new AlarmLog.Unread(), samples.subList(0, samples.size() / 2));
      hears(log, samples.subList(samples.size() / 2, samples.size()));
      return this;
    }

    private Sample sample(RegisterId id) {
      return said.containsKey(id)
          ? new Reading(id, time.now(), said.get(id))
          : new Invalid(id, time.now(), SILENCE);
    }

    void hears(AlarmLog log, List<Sample> samples) {
      board.offer(new Batch(HOUSE, new Link.Up(), Duration.ZERO, samples, false, log));
    }

    AlarmReport report() {
      return board.alarms(HOUSE).orElseThrow();
    }

    List<String> active() {
      return report().active().stream().map(ActiveAlarm::words).toList();
    }
  }

  private AlarmLog log(int code) {
    return new AlarmLog.Heard(List.of(new AlarmLog.Entry(code, NIGHT)), time.now());
  }

  @Test
  void nothingHeardIsNotNoAlarm() {
    AlarmReport report = new Scene("nibe-s1255").report();

    assertThat(report.state()).isEqualTo(State.UNKNOWN);
    assertThat(report.why()).isEqualTo("alarm_code: not asked yet");
  }

  @Test
  void anActiveCodeIsTheMakersText() {
    Scene scene = new Scene("nibe-f1255").says(Metric.ALARM_CODE, 0).says(Metric.ALARM_CODE, 51);

    assertThat(scene.active()).containsExactly("51 Low pressure alarm");
    assertThat(scene.report().state()).isEqualTo(State.ACTIVE);
    assertThat(scene.report().active().getFirst().since()).isInstanceOf(ActiveAlarm.Since.At.class);
  }

  @Test
  void anAlarmThatWasThereBeforeSaysSo() {
    Scene scene = new Scene("nibe-f1255").says(Metric.ALARM_CODE, 51);

    assertThat(scene.report().active().getFirst().since())
        .isEqualTo(new ActiveAlarm.Since.BeforeStart());
  }

  @Test
  void aCodeNobodyListsIsShownAsItsNumber() {
    Scene scene = new Scene("nibe-f1255").says(Metric.ALARM_CODE, 31_000);

    assertThat(scene.active()).containsExactly("31000 not in the maker's list");
  }

  @Test
  void aStateOfOperationIsNoFault() {
    Scene scene = new Scene("nibe-f1255").says(Metric.ALARM_CODE, 996);

    assertThat(scene.report().active())
        .singleElement()
        .satisfies(it -> assertThat(it.alarm().severity()).isEqualTo(Severity.INFO));
    assertThat(scene.report().faults()).isEmpty();
    assertThat(scene.board.checks()).allMatch(check -> check.isWell());
  }

  @Test
  void anAlarmDegradesTheHealthBoardWithItsTextAndANextStep() {
    Scene scene = new Scene("nibe-f1255").says(Metric.ALARM_CODE, 51);

    assertThat(scene.board.checks())
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.isWell()).isFalse();
              assertThat(check.cause()).isEqualTo("51 Low pressure alarm");
              assertThat(check.next()).contains("pumphouse alarm-reset house");
            });
  }

  @Test
  void theLastAlarmIsNeverTheActiveOne() {
    Scene scene = new Scene("husdata-h1-ivt");
    scene.says(Metric.ALARM_ACTIVE, 0).says(Metric.ALARM_LAST_CODE, 210);

    assertThat(scene.report().state()).isEqualTo(State.NONE);
    assertThat(scene.report().last())
        .isInstanceOfSatisfying(
            LastAlarm.Was.class, was -> assertThat(was.alarm().code()).isEqualTo("21"));
  }

  @Test
  void theLastAlarmProbablyNamesTheOneThatIsActive() {
    Scene scene = new Scene("husdata-h1-ivt");
    scene.says(Metric.ALARM_LAST_CODE, 210).says(Metric.ALARM_ACTIVE, 1);

    assertThat(scene.active()).containsExactly("probably 21 Wrong phase order");
  }

  @Test
  void theNewestEntryOfARegosLogProbablyNamesTheAlarm() {
    Scene scene = new Scene("ivt-rego600");
    scene.saysWithLog(Metric.ALARM_ACTIVE, 0, log(1));
    assertThat(scene.report().state()).isEqualTo(State.NONE);

    scene.saysWithLog(Metric.ALARM_ACTIVE, 1, log(12));

    assertThat(scene.active()).containsExactly("probably 12 Electric cassette (additional heat)");
    assertThat(scene.report().last())
        .isInstanceOfSatisfying(
            LastAlarm.WasAt.class, was -> assertThat(was.at()).isEqualTo(NIGHT));
  }

  @Test
  void aLogThatCannotBeReadTakesNoNameBackAndGivesNone() {
    Scene scene = new Scene("ivt-rego600");
    AlarmLog unheard = new AlarmLog.Unheard(SILENCE, "look", time.now());
    scene.saysWithLog(Metric.ALARM_ACTIVE, 1, unheard);
    assertThat(scene.active()).containsExactly("alarm; the pump does not say which");

    scene.saysWithLog(Metric.ALARM_ACTIVE, 1, log(12)).saysWithLog(Metric.ALARM_ACTIVE, 1, unheard);

    assertThat(scene.active()).singleElement().asString().startsWith("probably 12");
    assertThat(scene.report().last()).isInstanceOf(LastAlarm.Unknown.class);
  }

  @Test
  void bitsAreAskedUnseenAndNamed() {
    Scene scene = new Scene("thermia-genesis-inverter");
    RegisterId highPressure = new RegisterId("d9");

    assertThat(scene.assignment.intervals()).containsEntry(highPressure, Duration.ofSeconds(15));
    assertThat(scene.assignment.shown()).doesNotContain(highPressure);
    scene.says("d9", 1).says(Metric.ALARM_ACTIVE, 1);
    assertThat(scene.active()).containsExactly("d9 High Pressure Switch Alarm");
  }

  @Test
  void theSumOfAnIndicationIsAnAlarmWithoutName() {
    Scene scene = new Scene("thermia-genesis-inverter");
    scene.says("d12", 1).says(Metric.ALARM_ACTIVE, 1);

    assertThat(scene.active())
        .containsExactly(
            "d12 Operating Pressure Limit Indication", "alarm; the pump does not say which");
  }

  @Test
  void oneBitThatFailsDoesNotHideThatTheSumIsZero() {
    Scene scene = new Scene("thermia-genesis-inverter").fails("d9").says(Metric.ALARM_ACTIVE, 0);

    assertThat(scene.report().state()).isEqualTo(State.NONE);
  }

  @Test
  void aPumpThatFallsSilentEndsNoAlarmAndHasNone() {
    Scene scene = new Scene("nibe-f1255").says(Metric.ALARM_CODE, 51).fails("45001");

    assertThat(scene.report().state()).isEqualTo(State.UNKNOWN);
    assertThat(scene.report().why())
        .isEqualTo("alarm_code: no answer in 1000 ms; before: 51 Low pressure alarm");
    scene.says(Metric.ALARM_CODE, 51);
    assertThat(told).containsExactly("on 51 Low pressure alarm");
  }

  @Test
  void eachChangeIsToldOnce() {
    Scene scene = new Scene("nibe-f1255").says(Metric.ALARM_CODE, 0);
    scene.says(Metric.ALARM_CODE, 51).says(Metric.ALARM_CODE, 51).says(Metric.ALARM_CODE, 50);
    scene.says(Metric.ALARM_CODE, 0).says(Metric.ALARM_CODE, 0);

    assertThat(told)
        .containsExactly(
            "on 51 Low pressure alarm",
            "off 51 Low pressure alarm",
            "on 50 High pressure alarm",
            "off 50 High pressure alarm");
  }

  @Test
  void halfOfTheRegistersAreNotJudged() {
    Scene scene = new Scene("nibe-s1255");
    AlarmLog unread = new AlarmLog.Unread();
    scene.hears(unread, List.of(new Reading(scene.id(Metric.ALARM_ACTIVE), time.now(), 1)));
    assertThat(told).isEmpty();

    scene.hears(unread, List.of(new Reading(scene.id(Metric.ALARM_CODE), time.now(), 164)));
    assertThat(told).containsExactly("on 164 High pressure alarm");
  }
}

package io.pumphouse.agent.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.pump.AlarmLog;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Severity;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.AlarmReport;
import io.pumphouse.web.model.AlarmReport.State;
import io.pumphouse.web.model.LastAlarm;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped maps and their makers' lists, as far as they tell alarms. */
final class AlarmBoardTest {
  private static final LocalDateTime NIGHT = LocalDateTime.parse("2025-01-28T05:11:52");

  private static AlarmLog log(AlarmScene scene, int code) {
    return new AlarmLog.Heard(List.of(new AlarmLog.Entry(code, NIGHT)), scene.time.now());
  }

  @Test
  void nothingHeardIsNotNoAlarm() {
    AlarmReport report = new AlarmScene("nibe-s1255").report();

    assertThat(report.state()).isEqualTo(State.UNKNOWN);
    assertThat(report.why()).isEqualTo("alarm_code: not asked yet");
  }

  @Test
  void anActiveCodeIsTheMakersText() {
    AlarmScene scene =
        new AlarmScene("nibe-f1255").says(Metric.ALARM_CODE, 0).says(Metric.ALARM_CODE, 51);

    assertThat(scene.active()).containsExactly("51 Low pressure alarm");
    assertThat(scene.report().state()).isEqualTo(State.ACTIVE);
    assertThat(scene.report().active().getFirst().since()).isInstanceOf(ActiveAlarm.Since.At.class);
  }

  @Test
  void anAlarmThatWasThereBeforeSaysSo() {
    AlarmScene scene = new AlarmScene("nibe-f1255").says(Metric.ALARM_CODE, 51);

    assertThat(scene.report().active().getFirst().since())
        .isEqualTo(new ActiveAlarm.Since.BeforeStart());
  }

  @Test
  void aCodeNobodyListsIsShownAsItsNumber() {
    AlarmScene scene = new AlarmScene("nibe-f1255").says(Metric.ALARM_CODE, 31_000);

    assertThat(scene.active()).containsExactly("31000 not in the maker's list");
  }

  @Test
  void aStateOfOperationIsNoFault() {
    AlarmScene scene = new AlarmScene("nibe-f1255").says(Metric.ALARM_CODE, 996);

    assertThat(scene.report().active())
        .singleElement()
        .satisfies(it -> assertThat(it.alarm().severity()).isEqualTo(Severity.INFO));
    assertThat(scene.report().faults()).isEmpty();
    assertThat(scene.board.checks()).allMatch(check -> check.isWell());
  }

  @Test
  void anAlarmDegradesTheHealthBoardWithItsTextAndANextStep() {
    AlarmScene scene = new AlarmScene("nibe-f1255").says(Metric.ALARM_CODE, 51);

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
  void whatIsNotResetOverTheLineIsResetAtThePump() {
    AlarmScene scene = new AlarmScene("ivt-rego600").says(Metric.ALARM_ACTIVE, 1);

    assertThat(scene.board.checks())
        .singleElement()
        .satisfies(check -> assertThat(check.next()).endsWith("reset it at the pump"));
  }

  @Test
  void theLastAlarmIsNeverTheActiveOne() {
    AlarmScene scene = new AlarmScene("husdata-h1-ivt");
    scene.says(Metric.ALARM_ACTIVE, 0).says(Metric.ALARM_LAST_CODE, 210);

    assertThat(scene.report().state()).isEqualTo(State.NONE);
    assertThat(scene.report().last())
        .isInstanceOfSatisfying(
            LastAlarm.Was.class, was -> assertThat(was.alarm().code()).isEqualTo("21"));
  }

  @Test
  void theLastAlarmProbablyNamesTheOneThatIsActive() {
    AlarmScene scene = new AlarmScene("husdata-h1-ivt");
    scene.says(Metric.ALARM_LAST_CODE, 210).says(Metric.ALARM_ACTIVE, 1);

    assertThat(scene.active()).containsExactly("probably 21 Wrong phase order");
  }

  @Test
  void theNewestEntryOfARegosLogProbablyNamesTheAlarm() {
    AlarmScene scene = new AlarmScene("ivt-rego600");
    scene.saysWithLog(Metric.ALARM_ACTIVE, 0, log(scene, 1));
    assertThat(scene.report().state()).isEqualTo(State.NONE);

    scene.saysWithLog(Metric.ALARM_ACTIVE, 1, log(scene, 12));

    assertThat(scene.active()).containsExactly("probably 12 Electric cassette (additional heat)");
    assertThat(scene.report().last())
        .isInstanceOfSatisfying(
            LastAlarm.WasAt.class, was -> assertThat(was.at()).isEqualTo(NIGHT));
  }

  @Test
  void aLogThatCannotBeReadTakesNoNameBackAndGivesNone() {
    AlarmScene scene = new AlarmScene("ivt-rego600");
    AlarmLog unheard = new AlarmLog.Unheard(AlarmScene.SILENCE, "look", scene.time.now());
    scene.saysWithLog(Metric.ALARM_ACTIVE, 1, unheard);
    assertThat(scene.active()).containsExactly("alarm; the pump does not say which");

    scene
        .saysWithLog(Metric.ALARM_ACTIVE, 1, log(scene, 12))
        .saysWithLog(Metric.ALARM_ACTIVE, 1, unheard);

    assertThat(scene.active()).singleElement().asString().startsWith("probably 12");
    assertThat(scene.report().last()).isInstanceOf(LastAlarm.Unknown.class);
  }

  @Test
  void bitsAreAskedUnseenAndNamed() {
    AlarmScene scene = new AlarmScene("thermia-genesis-inverter");
    RegisterId highPressure = new RegisterId("d9");

    assertThat(scene.assignment.intervals()).containsEntry(highPressure, Duration.ofSeconds(15));
    assertThat(scene.assignment.shown()).doesNotContain(highPressure);
    scene.says("d9", 1).says(Metric.ALARM_ACTIVE, 1);
    assertThat(scene.active()).containsExactly("d9 High Pressure Switch Alarm");
  }

  @Test
  void theSumOfAnIndicationIsAnAlarmWithoutName() {
    AlarmScene scene = new AlarmScene("thermia-genesis-inverter");
    scene.says("d12", 1).says(Metric.ALARM_ACTIVE, 1);

    assertThat(scene.active())
        .containsExactly(
            "d12 Operating Pressure Limit Indication", "alarm; the pump does not say which");
  }

  @Test
  void oneBitThatFailsDoesNotHideThatTheSumIsZero() {
    AlarmScene scene =
        new AlarmScene("thermia-genesis-inverter").fails("d9").says(Metric.ALARM_ACTIVE, 0);

    assertThat(scene.report().state()).isEqualTo(State.NONE);
  }
}

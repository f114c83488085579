package io.pumphouse.agent.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.poll.AlarmMemory.Remembered;
import io.pumphouse.hal.pump.AlarmLog;
import io.pumphouse.hal.reading.Alarm;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Severity;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.ActiveAlarm.Since;
import io.pumphouse.web.model.AlarmReport.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of alarms that come and go, and after a restart of the agent. */
final class AlarmChangesTest {
  private static final Alarm LOW = new Alarm("51", "", Severity.ALARM, "Low pressure alarm", "");
  private static final Duration HOUR = Duration.ofHours(1);

  private static Remembered remembered(AlarmScene scene, Alarm alarm, boolean isCertain) {
    Since since = new Since.At(scene.time.wall().minus(HOUR), HOUR);
    return new Remembered(AlarmScene.HOUSE, new ActiveAlarm(alarm, isCertain, since));
  }

  @Test
  void eachChangeIsToldOnce() {
    AlarmScene scene = new AlarmScene("nibe-f1255").says(Metric.ALARM_CODE, 0);
    scene.says(Metric.ALARM_CODE, 51).says(Metric.ALARM_CODE, 51).says(Metric.ALARM_CODE, 50);
    scene.says(Metric.ALARM_CODE, 0).says(Metric.ALARM_CODE, 0);

    assertThat(scene.told)
        .containsExactly(
            "on 51 Low pressure alarm",
            "off 51 Low pressure alarm",
            "on 50 High pressure alarm",
            "off 50 High pressure alarm");
  }

  @Test
  void aPumpThatFallsSilentEndsNoAlarmAndHasNone() {
    AlarmScene scene = new AlarmScene("nibe-f1255").says(Metric.ALARM_CODE, 51).fails("45001");

    assertThat(scene.report().state()).isEqualTo(State.UNKNOWN);
    assertThat(scene.report().why())
        .isEqualTo("alarm_code: no answer in 1000 ms; before: 51 Low pressure alarm");
    scene.says(Metric.ALARM_CODE, 51);
    assertThat(scene.told).containsExactly("on 51 Low pressure alarm");
  }

  @Test
  void halfOfTheRegistersAreNotJudged() {
    AlarmScene scene = new AlarmScene("nibe-s1255");
    AlarmLog unread = new AlarmLog.Unread();
    scene.hears(unread, List.of(new Reading(scene.id(Metric.ALARM_ACTIVE), scene.time.now(), 1)));
    assertThat(scene.told).isEmpty();

    scene.hears(unread, List.of(new Reading(scene.id(Metric.ALARM_CODE), scene.time.now(), 164)));
    assertThat(scene.told).containsExactly("on 164 High pressure alarm");
  }

  @Test
  void anAlarmThatIsStillThereAfterARestartIsNothingNew() {
    AlarmScene scene = new AlarmScene("nibe-f1255");
    scene.board.recall(List.of(remembered(scene, LOW, true)));
    scene.says(Metric.ALARM_CODE, 51);

    assertThat(scene.told).isEmpty();
    assertThat(scene.since())
        .isEqualTo(
            new Since.At(
                scene.time.wall().minus(HOUR).minusSeconds(5), HOUR.plus(Duration.ofSeconds(5))));
  }

  @Test
  void whatIsRecalledLateIsPutRightAllTheSame() {
    AlarmScene scene = new AlarmScene("nibe-f1255").says(Metric.ALARM_CODE, 51);
    scene.board.recall(List.of(remembered(scene, LOW, true)));

    assertThat(scene.since()).isEqualTo(new Since.At(scene.time.wall().minus(HOUR), HOUR));
    scene.says(Metric.ALARM_CODE, 0);
    assertThat(scene.told).containsExactly("on 51 Low pressure alarm", "off 51 Low pressure alarm");
  }

  @Test
  void anAlarmThatIsOverAfterARestartEndedUnseen() {
    AlarmScene scene = new AlarmScene("nibe-f1255");
    scene.board.recall(List.of(remembered(scene, LOW, true)));
    assertThat(scene.told).isEmpty();
    scene.fails("45001");
    assertThat(scene.told).isEmpty();
    scene.says(Metric.ALARM_CODE, 0).says(Metric.ALARM_CODE, 0);

    assertThat(scene.told).containsExactly("ended 51 Low pressure alarm");
  }

  @Test
  void anotherAlarmAfterARestartIsNewAndTheOldOneOver() {
    AlarmScene scene = new AlarmScene("nibe-f1255");
    scene.board.recall(List.of(remembered(scene, LOW, true)));
    scene.says(Metric.ALARM_CODE, 50);

    assertThat(scene.told)
        .containsExactly("on 50 High pressure alarm", "ended 51 Low pressure alarm");
  }

  @Test
  void aNameThatWasProbableStaysWhileTheLogCannotBeRead() {
    AlarmScene scene = new AlarmScene("ivt-rego600");
    Alarm cassette = new Alarm("12", "", Severity.UNKNOWN, "Electric cassette", "");
    scene.board.recall(List.of(remembered(scene, cassette, false)));
    scene.saysWithLog(
        Metric.ALARM_ACTIVE, 1, new AlarmLog.Unheard(AlarmScene.SILENCE, "look", scene.time.now()));

    assertThat(scene.told).isEmpty();
    assertThat(scene.active()).containsExactly("probably 12 Electric cassette");
  }

  @Test
  void theAlarmsOfAnotherPumpAreNotOurs() {
    AlarmScene scene = new AlarmScene("nibe-f1255");
    ActiveAlarm other = new ActiveAlarm(LOW, true, new Since.BeforeStart());
    scene.board.recall(List.of(new Remembered(new PumpId("barn"), other)));
    scene.says(Metric.ALARM_CODE, 0);

    assertThat(scene.told).isEmpty();
  }
}

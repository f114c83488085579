package io.pumphouse.agent.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TimetableTest {
  private static final RegisterId FAST = new RegisterId("fast");
  private static final RegisterId SLOW = new RegisterId("slow");
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long START = 100 * SECOND;

  private final Timetable timetable =
      new Timetable(Map.of(FAST, Duration.ofSeconds(5), SLOW, Duration.ofSeconds(60)), START);

  private List<RegisterId> due(long now) {
    return timetable.takeDue(now).stream().flatMap(due -> due.registers().stream()).toList();
  }

  @Test
  void everythingIsDueAtTheStart() {
    assertThat(timetable.nextDue()).isEqualTo(START);
    assertThat(due(START)).containsExactlyInAnyOrder(FAST, SLOW);
  }

  @Test
  void whatWasNeverHeardIsMoreUrgentThanItsInterval() {
    assertThat(timetable.takeDue(START))
        .extracting(Timetable.Due::within)
        .containsExactlyInAnyOrder(5 * SECOND, 20 * SECOND);
    assertThat(timetable.takeDue(START + 60 * SECOND))
        .extracting(Timetable.Due::within)
        .containsExactlyInAnyOrder(5 * SECOND, 60 * SECOND);
  }

  @Test
  void afterAnOutageEverythingIsDueAgain() {
    timetable.takeDue(START);
    timetable.restart(START + 7 * SECOND);
    assertThat(timetable.nextDue()).isEqualTo(START + 7 * SECOND);
    assertThat(due(START + 7 * SECOND)).containsExactlyInAnyOrder(FAST, SLOW);
  }

  @Test
  void nothingIsDueTwiceInOneInterval() {
    timetable.takeDue(START);
    assertThat(due(START + 5 * SECOND - 1)).isEmpty();
  }

  @Test
  void eachIsDueAtItsOwnInterval() {
    timetable.takeDue(START);
    assertThat(due(START + 5 * SECOND)).containsExactly(FAST);
    assertThat(timetable.nextDue()).isEqualTo(START + 10 * SECOND);
  }

  @Test
  void aLatePollDoesNotShiftTheRhythm() {
    timetable.takeDue(START);
    timetable.takeDue(START + 7 * SECOND);
    assertThat(timetable.nextDue()).isEqualTo(START + 10 * SECOND);
  }

  @Test
  void missedTurnsAreAskedOnce() {
    timetable.takeDue(START);
    assertThat(due(START + 33 * SECOND)).containsExactly(FAST);
    assertThat(timetable.nextDue()).isEqualTo(START + 35 * SECOND);
  }

  @Test
  void slowAndFastMeetInOneRequest() {
    timetable.takeDue(START);
    for (int i = 1; i < 12; i++) {
      timetable.takeDue(START + 5L * i * SECOND);
    }
    assertThat(due(START + 60 * SECOND)).containsExactlyInAnyOrder(FAST, SLOW);
  }
}

package io.pumphouse.agent.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.pump.AlarmLog;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.LinkState;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.LiveReadings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LatestTest {
  private static final PumpId HOUSE = new PumpId("house");
  private static final Link UP = new Link.Up();

  /** Ten seconds after noon by the clock that does not jump; the wall has jumped back a year. */
  private static final TimeSource LATER =
      new TimeSource() {
        @Override
        public Instant wall() {
          return Instant.parse("2025-01-01T00:00:00Z");
        }

        @Override
        public long nanos() {
          return ScriptedPump.NOON.sinceBoot().plusSeconds(10).toNanos();
        }
      };

  private final ScriptedPump pump = new ScriptedPump(LatestTest::value);
  private final Latest latest =
      new Latest(
          List.of(
              new Latest.Post(
                  Assignment.of(HOUSE, pump, Duration.ofSeconds(5), Map.of()), "pump.lan:502", 1)),
          LATER);

  private static Sample value(RegisterId id) {
    return new Reading(id, ScriptedPump.NOON, -38);
  }

  @Test
  void nothingIsShownBeforeItWasHeard() {
    assertThat(latest.readings(HOUSE)).isEmpty();
    assertThat(latest.pump(HOUSE).orElseThrow().link()).isEqualTo(LinkState.UNTRIED);
    assertThat(latest.pump(HOUSE).orElseThrow().lastAnswer()).isEqualTo(new LastAnswer.Never());
  }

  @Test
  void theNewestSampleWins() {
    latest.offer(new Batch(HOUSE, UP, Duration.ZERO, List.of(value(ScriptedPump.OUTDOOR)), true));
    Sample fault =
        new Invalid(
            ScriptedPump.OUTDOOR, ScriptedPump.NOON, new Fault.NoAnswer(Duration.ofSeconds(1)));
    latest.offer(new Batch(HOUSE, UP, Duration.ZERO, List.of(fault), true));
    assertThat(latest.readings(HOUSE)).extracting(LiveReading::sample).containsExactly(fault);
  }

  @Test
  void ageIsCountedByTheClockThatDoesNotJump() {
    latest.offer(new Batch(HOUSE, UP, Duration.ZERO, List.of(value(ScriptedPump.OUTDOOR)), true));
    assertThat(latest.readings(HOUSE).getFirst().age()).isEqualTo(Duration.ofSeconds(10));
    assertThat(latest.readings(HOUSE).getFirst().isStale()).isFalse();
  }

  @Test
  void aSampleOlderThanThreePollsIsStale() {
    Moment old =
        new Moment(ScriptedPump.NOON.wall(), ScriptedPump.NOON.sinceBoot().minusSeconds(6));
    latest.offer(
        new Batch(
            HOUSE, UP, Duration.ZERO, List.of(new Reading(ScriptedPump.OUTDOOR, old, 1)), true));
    assertThat(latest.readings(HOUSE).getFirst().isStale()).isTrue();
  }

  @Test
  void aListenerHearsWhoWasAskedAndWhetherThatWasAll() {
    List<String> heard = new ArrayList<>();
    LiveReadings.Subscription subscription =
        latest.subscribe((pump, isWhole) -> heard.add(pump + (isWhole ? " all" : " in part")));
    latest.offer(new Batch(HOUSE, UP, Duration.ZERO, List.of(value(ScriptedPump.OUTDOOR)), false));
    latest.offer(new Batch(HOUSE, UP, Duration.ZERO, List.of(value(ScriptedPump.HOURS)), true));
    subscription.close();
    latest.offer(new Batch(HOUSE, UP, Duration.ZERO, List.of(value(ScriptedPump.OUTDOOR)), true));
    assertThat(heard).containsExactly(HOUSE + " in part", HOUSE + " all");
  }

  @Test
  void aDownLineIsOnTheHealthBoardWithItsNextStep() {
    latest.offer(
        new Batch(
            HOUSE,
            new Link.Down("no such port", "plug it in"),
            Duration.ZERO,
            List.of(value(ScriptedPump.HOURS)),
            true));
    assertThat(latest.checks())
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.isWell()).isFalse();
              assertThat(check.cause()).isEqualTo("no such port");
              assertThat(check.next()).isEqualTo("plug it in");
            });
  }

  @Test
  void aPumpThatAnswersOnlyInPartIsOnTheHealthBoardWithItsNextStep() {
    Link inPart = new Link.Up("sensors at no known place", "mend the outdoor sensor");
    latest.offer(new Batch(HOUSE, inPart, Duration.ZERO, List.of(value(ScriptedPump.HOURS)), true));
    assertThat(latest.checks())
        .containsExactly(
            Check.degraded("pump house", "sensors at no known place", "mend the outdoor sensor"));
    assertThat(latest.pumps().getFirst().link()).isEqualTo(LinkState.UP);
  }

  /** Asked every five seconds; the line has time for it every twenty. */
  @Test
  void whatWasLeftWaitingOnPurposeIsNotStale() {
    List<Sample> samples = List.of(value(ScriptedPump.OUTDOOR));
    AlarmLog unread = new AlarmLog.Unread();
    latest.offer(new Batch(HOUSE, UP, Duration.ZERO, 4, samples, true, unread));
    assertThat(latest.readings(HOUSE).getFirst().staleAfter()).isEqualTo(Duration.ofMinutes(1));

    latest.offer(new Batch(HOUSE, UP, Duration.ZERO, 1, samples, true, unread));
    assertThat(latest.readings(HOUSE).getFirst().staleAfter()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void registersNobodyAskedForRegularlyAreNotShown() {
    latest.offer(new Batch(HOUSE, UP, Duration.ZERO, List.of(value(ScriptedPump.NAMELESS)), true));
    assertThat(latest.readings(HOUSE)).isEmpty();
  }
}

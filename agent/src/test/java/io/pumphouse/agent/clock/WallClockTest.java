package io.pumphouse.agent.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.clock.ClockNews.Known;
import io.pumphouse.agent.clock.ClockNews.Stepped;
import io.pumphouse.hal.reading.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WallClockTest {
  private static final Instant LONG_AGO = Instant.parse("1970-01-01T00:00:12Z");

  private final World world = new World(LONG_AGO);
  private final Notebook notebook = new Notebook(world);
  private final Remembered memory = new Remembered(world);
  private final List<ClockNews> news = new ArrayList<>();
  private WallClock clock = new WallClock(world, world);
  private Keeper keeper = keeper();

  private Keeper keeper() {
    return clock.keeper(memory, List.of(notebook), news::add);
  }

  private void restartAgent() {
    world.pass(Duration.ofMillis(1));
    clock = new WallClock(world, world);
    keeper = keeper();
  }

  private void later(Duration time) {
    world.pass(time);
    notebook.write(clock);
    keeper.look();
  }

  private void assertThatEveryStampIsTrue() {
    assertThat(notebook.lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.wall()).isEqualTo(line.truth()));
  }

  @Test
  void nobodyIsSureBeforeATimeServerIsReached() {
    later(Duration.ofMinutes(9));

    assertThat(clock.isSure()).isFalse();
    assertThat(clock.check().isWell()).isTrue();
    assertThat(clock.check().cause()).startsWith("not known yet: no time server reached");
  }

  @Test
  void clockThatIsNotKnownForTenMinutesIsAProblem() {
    later(Duration.ofMinutes(10));

    assertThat(clock.isSure()).isFalse();
    assertThat(clock.check().isWell()).isFalse();
    assertThat(clock.check().cause())
        .startsWith("no time server reached since start; it says 1970-01-01T00:10:12Z");
    assertThat(clock.check().next()).contains("put right later", "timedatectl set-time");
  }

  @Test
  void whatWasStampedBeforeSynchronisationIsPutRight() {
    later(Duration.ofSeconds(5));
    later(Duration.ofMinutes(3));
    world.synchronize();
    later(Duration.ofSeconds(5));
    later(Duration.ofSeconds(5));

    assertThat(clock.isSure()).isTrue();
    assertThatEveryStampIsTrue();
    assertThat(clock.check().cause())
        .isEqualTo("set by a time server, undisturbed since 2026-06-01T12:03:10Z");
  }

  @Test
  void stampTakenBetweenTheStepAndTheNextLookBelongsToTheNewEra() {
    later(Duration.ofSeconds(5));
    world.pass(Duration.ofMillis(100));
    notebook.write(clock);
    world.synchronize();
    world.pass(Duration.ofMillis(1));
    notebook.write(clock);
    later(Duration.ofSeconds(5));

    assertThatEveryStampIsTrue();
  }

  @Test
  void stepAndKnowledgeAreTold() {
    later(Duration.ofSeconds(8));
    world.synchronize();
    later(Duration.ofSeconds(5));
    later(Duration.ofSeconds(5));

    Duration by = Duration.between(LONG_AGO, Instant.parse("2026-06-01T12:00:00Z"));
    assertThat(news)
        .containsExactly(
            new Stepped(
                new Moment(Instant.parse("2026-06-01T12:00:13Z"), Duration.ofSeconds(13)),
                Instant.parse("1970-01-01T00:00:25Z"),
                Instant.parse("2026-06-01T12:00:13Z")),
            new Known(
                new Moment(Instant.parse("2026-06-01T12:00:13Z"), Duration.ofSeconds(13)),
                Witness.NETWORK,
                by));
  }

  @Test
  void slewIsNoStep() {
    world.synchronize();
    restartAgent();
    later(Duration.ofSeconds(5));
    news.clear();
    world.set(world.truth().plusMillis(400));
    later(Duration.ofSeconds(5));

    assertThat(news).isEmpty();
    assertThat(clock.isSure()).isTrue();
  }

  @Test
  void clockSetWrongForAnHourCostsNothing() {
    world.synchronize();
    restartAgent();
    later(Duration.ofSeconds(5));
    world.set(Instant.parse("2038-01-19T03:14:08Z"));
    later(Duration.ofMinutes(30));
    assertThat(clock.isSure()).isFalse();
    later(Duration.ofMinutes(30));
    world.synchronize();
    later(Duration.ofSeconds(5));

    assertThat(clock.isSure()).isTrue();
    assertThatEveryStampIsTrue();
    assertThat(news).filteredOn(Stepped.class::isInstance).hasSize(2);
  }

  @Test
  void personIsBelievedAfterTheClockStoodForTenMinutes() {
    later(Duration.ofSeconds(5));
    world.set(world.truth());
    later(Duration.ofSeconds(1));
    later(Duration.ofMinutes(9));
    later(Duration.ofSeconds(55));
    assertThat(clock.isSure()).isFalse();
    assertThat(clock.check().next()).isEqualTo("if it is right, wait 1 min: then it is believed");

    later(Duration.ofMinutes(10));

    assertThat(clock.isSure()).isTrue();
    assertThatEveryStampIsTrue();
  }

  @Test
  void personIsNotBelievedAgainstWhatWasKnownBefore() {
    world.synchronize();
    later(Duration.ofSeconds(5));
    world.reboot(Duration.ofDays(1), LONG_AGO);
    restartAgent();
    later(Duration.ofSeconds(5));
    world.set(world.truth().minus(Duration.ofDays(2)));
    later(Duration.ofHours(1));
    assertThat(clock.isSure()).isFalse();
    world.set(world.truth().plus(Duration.ofDays(400)));
    later(Duration.ofHours(1));
    later(Duration.ofHours(1));

    assertThat(clock.isSure()).isFalse();
    assertThat(clock.check().cause()).contains("which cannot be");
  }

  @Test
  void batteryIsBelievedFromTheStartAndATimeServerStillBetter() {
    world.set(world.truth().plusSeconds(90));
    world.vouch(Witness.BATTERY);
    restartAgent();
    later(Duration.ofSeconds(5));
    assertThat(clock.isSure()).isTrue();
    world.synchronize();
    later(Duration.ofSeconds(5));

    assertThat(clock.isSure()).isTrue();
    assertThatEveryStampIsTrue();
  }

  @Test
  void whatAnEarlierRunOfTheAgentStampedIsPutRightToo() {
    later(Duration.ofSeconds(5));
    world.set(Instant.parse("2001-01-01T00:00:00Z"));
    later(Duration.ofSeconds(5));
    restartAgent();
    later(Duration.ofSeconds(5));
    world.synchronize();
    restartAgent();
    later(Duration.ofSeconds(5));

    assertThatEveryStampIsTrue();
  }

  @Test
  void restartDoesNotForgetThatTheTimeIsKnown() {
    world.synchronize();
    later(Duration.ofSeconds(5));
    world.vouch(Witness.NOBODY); // the kernel says so after hours without a time server
    restartAgent();
    later(Duration.ofSeconds(5));

    assertThat(clock.isSure()).isTrue();
  }

  @Test
  void refusedRepairIsToldAndRepeatedAndMovesNothingTwice() {
    Notebook other = new Notebook(world);
    keeper = clock.keeper(memory, List.of(other, notebook), news::add);
    other.write(clock);
    later(Duration.ofSeconds(5));
    world.synchronize();
    other.refuse(1);
    later(Duration.ofSeconds(5));
    assertThat(clock.check().cause()).endsWith("is not put right: the disk is full");
    assertThatEveryStampIsTrue();

    later(Duration.ofSeconds(5));

    assertThatEveryStampIsTrue();
    assertThat(other.lines()).allSatisfy(l -> assertThat(l.wall()).isEqualTo(l.truth()));
    assertThat(clock.check().isWell()).isTrue();
  }

  @Test
  void repairGoesOnWithoutAMemoryAfterAMinute() {
    memory.refuse(true);
    later(Duration.ofSeconds(5));
    world.synchronize();
    for (int i = 0; i < 13; i++) {
      later(Duration.ofSeconds(5));
    }

    assertThat(clock.isSure()).isTrue();
    assertThatEveryStampIsTrue();
  }
}

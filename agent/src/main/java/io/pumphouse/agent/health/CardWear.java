package io.pumphouse.agent.health;

import io.pumphouse.agent.health.WearMemory.Worn;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.web.model.Days;
import io.pumphouse.web.model.Wear;
import io.pumphouse.web.model.Wear.Disk;
import io.pumphouse.web.model.Wear.Life;
import io.pumphouse.web.model.Wear.Written;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** Counts what is written each local day, and reckons how long that can go on. One thread. */
final class CardWear {
  /** As often as each byte of an ordinary card can be written: 3D TLC, by several makers. */
  private static final int CYCLES = 500;

  /** What the card writes for a byte it is given: small synchronous commits are its worst case. */
  private static final int AMPLIFICATION = 10;

  private static final String ASSUMPTION =
      "a new card whose every byte can be written "
          + CYCLES
          + " times, and that writes "
          + AMPLIFICATION
          + " bytes for each it is given";

  /** Before that, a day cannot be told from what happened. */
  private static final Duration ENOUGH = Duration.ofHours(1);

  /** What a power cut costs of the count; more often would itself wear the card. */
  private static final Duration SAVE_EVERY = Duration.ofHours(1);

  private static final double MOST_YEARS = 100;
  private static final double DAYS_OF_A_YEAR = 365.25;

  private final CardReader card;
  private final Days days;
  private final WearMemory memory;

  /** What the counters said when the count was last saved. */
  private Count start;

  private boolean isSaved;
  private Worn yesterday = Worn.NONE;

  /** Of the day of {@link #start}, before it. */
  private Worn today = Worn.NONE;

  private record Count(LocalDate day, Moment at, Written byAgent, Written toDisk) {
    Worn since(Count before) {
      return new Worn(
          before.at.ageAt(at),
          difference(before.byAgent, byAgent),
          difference(before.toDisk, toDisk));
    }

    private static long difference(Written before, Written now) {
      return before instanceof Written.Bytes(long from) && now instanceof Written.Bytes(long to)
          ? Math.max(0, to - from)
          : 0;
    }
  }

  CardWear(CardReader card, Days days, WearMemory memory, Moment now) {
    this.card = card;
    this.days = days;
    this.memory = memory;
    this.start = count(now);
  }

  /** Whether an hour or a day has ended since the count was saved, or it could not be. */
  boolean isDue(Moment now) {
    return !isSaved
        || start.at().ageAt(now).compareTo(SAVE_EVERY) >= 0
        || !days.of(now.wall()).equals(start.day());
  }

  /** Adds what was counted to what is remembered; while that fails it counts on. */
  void save(Moment now) {
    Count count = count(now);
    Optional<Worn> sum = memory.add(start.day(), count.since(start));
    isSaved = sum.isPresent();
    boolean isNextDay = !count.day().equals(start.day());
    if (isSaved || isNextDay) {
      today = isNextDay ? recalled(count.day()) : sum.orElseThrow();
      yesterday = recalled(count.day().minusDays(1));
      start = count;
    }
  }

  private Worn recalled(LocalDate day) {
    return memory.add(day, Worn.NONE).orElse(Worn.NONE);
  }

  /** Looks now; on another day than that of the last look only once the count is saved. */
  Wear look(Moment now) {
    Count count = count(now);
    Disk disk = card.disk();
    Worn sum = today.plus(count.since(start));
    return new Wear(
        disk,
        card.freeBytes(),
        counted(count.byAgent(), sum.byAgent()),
        counted(count.toDisk(), sum.toDisk()),
        sum.over(),
        card.told(disk).orElseGet(() -> life(disk, count.toDisk(), yesterday.plus(sum))));
  }

  private Count count(Moment now) {
    return new Count(days.of(now.wall()), now, card.byAgent(), card.toDisk(card.disk()));
  }

  private static Written counted(Written now, long bytes) {
    return now instanceof Written.Bytes ? new Written.Bytes(bytes) : now;
  }

  /** At the rate of yesterday and today. */
  private static Life life(Disk disk, Written toDisk, Worn worn) {
    if (!(disk instanceof Disk.Device(_, long size)) || !(toDisk instanceof Written.Bytes)) {
      return new Life.Unknown("no disk to count on");
    }
    if (worn.over().compareTo(ENOUGH) < 0) {
      return new Life.Unknown("counted for less than an hour");
    }
    double daily =
        (double) worn.toDisk() * Duration.ofDays(1).toSeconds() / worn.over().toSeconds();
    double years = (double) size * CYCLES / AMPLIFICATION / Math.max(1, daily) / DAYS_OF_A_YEAR;
    return new Life.Estimated(Math.min(MOST_YEARS, years), ASSUMPTION);
  }
}

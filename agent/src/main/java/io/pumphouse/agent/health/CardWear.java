package io.pumphouse.agent.health;

import io.pumphouse.hal.reading.Moment;
import io.pumphouse.web.model.Days;
import io.pumphouse.web.model.Wear;
import io.pumphouse.web.model.Wear.Disk;
import io.pumphouse.web.model.Wear.Life;
import io.pumphouse.web.model.Wear.Written;
import java.time.Duration;
import java.time.LocalDate;

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

  private static final double MOST_YEARS = 100;
  private static final double DAYS_OF_A_YEAR = 365.25;

  private final CardReader card;
  private final Days days;
  private Count start;

  private record Count(LocalDate day, Moment at, Written byAgent, Written toDisk) {}

  CardWear(CardReader card, Days days, Moment now) {
    this.card = card;
    this.days = days;
    this.start = count(now);
  }

  /** Looks now; look at least once a day, or a day's count begins late. */
  Wear look(Moment now) {
    Count count = count(now);
    if (!count.day().equals(start.day())) {
      start = count;
    }
    Disk disk = card.disk();
    Duration over = start.at().ageAt(now);
    Written toDisk = difference(start.toDisk(), count.toDisk());
    return new Wear(
        disk,
        card.freeBytes(),
        difference(start.byAgent(), count.byAgent()),
        toDisk,
        over,
        card.told(disk).orElseGet(() -> life(disk, toDisk, over)));
  }

  private Count count(Moment now) {
    return new Count(days.of(now.wall()), now, card.byAgent(), card.toDisk(card.disk()));
  }

  private static Written difference(Written before, Written now) {
    return before instanceof Written.Bytes(long from) && now instanceof Written.Bytes(long to)
        ? new Written.Bytes(Math.max(0, to - from))
        : now;
  }

  private static Life life(Disk disk, Written toDisk, Duration over) {
    if (!(disk instanceof Disk.Device(_, long size))
        || !(toDisk instanceof Written.Bytes(long bytes))) {
      return new Life.Unknown("no disk to count on");
    }
    if (over.compareTo(ENOUGH) < 0) {
      return new Life.Unknown("counted for less than an hour today");
    }
    double daily = (double) bytes * Duration.ofDays(1).toSeconds() / over.toSeconds();
    double years = (double) size * CYCLES / AMPLIFICATION / Math.max(1, daily) / DAYS_OF_A_YEAR;
    return new Life.Estimated(Math.min(MOST_YEARS, years), ASSUMPTION);
  }
}

package io.pumphouse.agent.clock;

import io.pumphouse.agent.clock.ClockMemory.Recalled;
import io.pumphouse.agent.clock.ClockNews.Guessed;
import io.pumphouse.agent.clock.ClockNews.Known;
import io.pumphouse.hal.reading.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks at the clock: what happened to it, whether the time is known, and what follows from that.
 * Confined to the clock's thread.
 */
final class Keeper {
  /** How far the newest known time may lag behind after a power cut; each time costs a commit. */
  private static final Duration KEEP_EVERY = Duration.ofHours(6);

  /** So many looks the memory may refuse before repairs go on without what it holds. */
  private static final int PATIENCE = 12;

  private final Timeline timeline;
  private final Authority authority;
  private final ClockMemory memory;
  private final Repairs repairs;
  private final Consumer<ClockNews> news;
  private final Consumer<Standing> standings;
  private Optional<Recalled> recalled = Optional.empty();
  private int refusals;
  private List<Era> kept = List.of();
  private Duration keptAt = Duration.ZERO;
  private Era believed;
  private boolean isPastMended;

  Keeper(
      Timeline timeline,
      Authority authority,
      ClockMemory memory,
      Repairs repairs,
      Consumer<ClockNews> news,
      Consumer<Standing> standings) {
    this.timeline = timeline;
    this.authority = authority;
    this.memory = memory;
    this.repairs = repairs;
    this.news = news;
    this.standings = standings;
    this.believed = timeline.current();
  }

  void look() {
    Moment now = timeline.now();
    if (recalled.isEmpty() && !recall() && ++refusals < PATIENCE) {
      return;
    }
    timeline.news().forEach(news);
    Era before = timeline.current();
    judge(before, now);
    Era era = timeline.current();
    keep(now.sinceBoot());
    if (era.isSure()) {
      settle(era, before.witness() != era.witness());
    }
    standings.accept(new Standing(believed, belief(), repairs.trouble()));
  }

  private boolean recall() {
    recalled = memory.recall();
    recalled.ifPresent(all -> timeline.recall(all.eras()));
    return recalled.isPresent();
  }

  private List<PastBoot> past() {
    return recalled.map(Recalled::past).orElse(List.of());
  }

  private Belief belief() {
    return new Belief(Placing.newestSure(past()));
  }

  private void judge(Era era, Moment now) {
    if (era.witness() != Witness.NETWORK) {
      List<Era> eras = timeline.eras();
      Instant since = eras.size() == 1 ? Instant.MIN : era.wallAt(era.from());
      Witness said = authority.ask(now.wall(), since);
      timeline.know(era, belief().judge(eras, said, now));
    }
  }

  /** Before anything is moved, so that a crash in between can be made good. */
  private void keep(Duration now) {
    List<Era> eras = timeline.eras();
    boolean isDue = now.minus(keptAt).compareTo(KEEP_EVERY) >= 0;
    if (recalled.isPresent() && (isDue || !eras.equals(kept)) && memory.keep(eras, now)) {
      kept = eras;
      keptAt = now;
    }
  }

  /**
   * Puts everything right before the others rely on the time. Who cannot yet is asked again, keeps
   * nobody else waiting, and must not rely on its own stamps until then.
   */
  private void settle(Era era, boolean isNews) {
    List<Correction> due = Corrections.of(timeline.eras());
    boolean isDone = repairs.carryOut(due);
    believed = era;
    if (isNews) {
      Duration moved = due.isEmpty() ? Duration.ZERO : due.getLast().by();
      news.accept(new Known(timeline.now(), era.witness(), moved));
    }
    if (isDone && !isPastMended) {
      isPastMended = mendPast(era.zero());
    }
  }

  private boolean mendPast(Instant start) {
    Map<String, Instant> starts = Placing.starts(past(), start);
    return past().stream()
        .filter(boot -> !boot.isMended())
        .allMatch(boot -> mended(boot, starts.getOrDefault(boot.id(), boot.zero())));
  }

  private boolean mended(PastBoot boot, Instant start) {
    if (!repairs.carryOut(boot.id(), Corrections.of(boot, start))) {
      return false;
    }
    memory.mended(boot.id());
    if (!boot.wasSure()) {
      news.accept(new Guessed(timeline.now(), boot.id(), start));
    }
    return true;
  }
}

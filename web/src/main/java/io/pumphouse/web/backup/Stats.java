package io.pumphouse.web.backup;

import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobDay;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import io.pumphouse.web.page.Age;
import io.pumphouse.web.page.Amount;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the backups stand, in figures. Pure. */
final class Stats {
  private static final int MONTH = 30;

  private Stats() {}

  static List<Stat> of(
      Tongue tongue,
      Pages pages,
      List<JobCard> cards,
      List<JobDay> days,
      Instant now,
      LocalDate today) {
    return List.of(
        active(tongue, cards),
        new Stat(
            "total",
            tongue.say("stat.total"),
            "" + cards.size(),
            tongue.say("stat.disabled", count(cards.stream().filter(it -> !it.job().isEnabled()))),
            false),
        moved(tongue, days, today),
        overdue(tongue, cards),
        verified(tongue, pages, cards, now),
        next(tongue, pages, cards, now));
  }

  private static Stat active(Tongue tongue, List<JobCard> cards) {
    long paused = count(cards.stream().filter(card -> isIn(card, RunState.Paused.class)));
    long active = count(cards.stream().filter(Stats::isUnderWay)) - paused;
    return new Stat(
        "active", tongue.say("stat.active"), "" + active, tongue.say("stat.paused", paused), false);
  }

  private static Stat moved(Tongue tongue, List<JobDay> days, LocalDate today) {
    long year = days.stream().mapToLong(JobDay::bytes).sum();
    long month =
        days.stream()
            .filter(day -> day.day().isAfter(today.minusDays(MONTH)))
            .mapToLong(JobDay::bytes)
            .sum();
    return new Stat(
        "moved",
        tongue.say("stat.moved"),
        Amount.bytes(tongue, month),
        tongue.say("stat.year", Amount.bytes(tongue, year)),
        false);
  }

  private static Stat overdue(Tongue tongue, List<JobCard> cards) {
    long overdue = count(cards.stream().filter(JobCard::isOverdue));
    long failed = count(cards.stream().filter(Stats::hasFailed));
    return new Stat(
        "overdue",
        tongue.say("stat.overdue"),
        "" + overdue,
        tongue.say("stat.failed", failed),
        overdue + failed > 0);
  }

  private static Stat verified(Tongue tongue, Pages pages, List<JobCard> cards, Instant now) {
    Optional<Instant> newest =
        cards.stream().flatMap(card -> card.verified().stream()).max(Comparator.naturalOrder());
    return new Stat(
        "verified",
        tongue.say("stat.verified"),
        newest
            .map(at -> Age.coarse(tongue, Duration.between(at, now)))
            .orElseGet(() -> tongue.say("stat.never")),
        newest.map(at -> pages.moment(tongue, at)).orElse(""),
        newest.isEmpty() && !cards.isEmpty());
  }

  private static Stat next(Tongue tongue, Pages pages, List<JobCard> cards, Instant now) {
    Optional<JobCard> soonest =
        cards.stream()
            .filter(card -> card.next() instanceof JobCard.Next.At)
            .min(Comparator.comparing(Stats::planned));
    return new Stat(
        "next",
        tongue.say("stat.next"),
        soonest.map(card -> in(tongue, now, planned(card))).orElse("–"),
        soonest
            .map(card -> pages.moment(tongue, planned(card)) + " · " + card.job().name())
            .orElseGet(() -> tongue.say("stat.none-planned")),
        false);
  }

  private static String in(Tongue tongue, Instant now, Instant when) {
    return when.isAfter(now)
        ? tongue.say("stat.in", Age.exact(Duration.between(now, when)))
        : tongue.say("stat.soon");
  }

  private static Instant planned(JobCard card) {
    return card.next() instanceof JobCard.Next.At(var when) ? when : Instant.MAX;
  }

  static boolean isUnderWay(JobCard card) {
    return card.latest().stream().anyMatch(run -> !run.state().isEnded());
  }

  static boolean isInTrouble(JobCard card) {
    return card.isOverdue()
        || Stream.of(
                RunOutcome.FAILED, RunOutcome.INTERRUPTED, RunOutcome.SKIPPED, RunOutcome.WARNED)
            .anyMatch(outcome -> ended(card, outcome));
  }

  private static boolean hasFailed(JobCard card) {
    return ended(card, RunOutcome.FAILED);
  }

  private static boolean ended(JobCard card, RunOutcome outcome) {
    return card.latest().stream().anyMatch(run -> run.state().equals(new RunState.Ended(outcome)));
  }

  private static boolean isIn(JobCard card, Class<? extends RunState> state) {
    return card.latest().stream().anyMatch(run -> state.isInstance(run.state()));
  }

  private static long count(Stream<?> all) {
    return all.count();
  }
}

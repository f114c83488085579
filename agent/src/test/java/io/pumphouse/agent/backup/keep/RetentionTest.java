package io.pumphouse.agent.backup.keep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.agent.backup.medium.Manifest;
import io.pumphouse.web.model.FateReason;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every expectation here was worked out by hand with a calendar of the years it speaks of. */
final class RetentionTest {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
  private static final Manifest.Origin OWN = new Manifest.Origin("us", "own");
  private static final String GOES = "nothing keeps it";
  private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

  private static Deposit deposit(String taken) {
    return deposit(taken, OWN, true, "");
  }

  private static Deposit deposit(
      String taken, Manifest.Origin origin, boolean isDated, String trouble) {
    Instant at = Instant.parse(taken);
    return new Deposit(
        Path.of("/m"), taken, new Manifest(origin, at, isDated, List.of(), ""), at, trouble);
  }

  private static List<Fate> fates(Map<String, Integer> keep, List<Deposit> deposits) {
    return new Retention(new Policy(keep), OWN, STOCKHOLM, LATER).of(deposits);
  }

  private static List<String> texts(Fate fate) {
    return fate.reasons().stream().map(FateReason::text).toList();
  }

  private static List<String> kept(Map<String, Integer> keep, String... taken) {
    List<Deposit> deposits = List.of(taken).stream().map(RetentionTest::deposit).toList();
    return fates(keep, deposits).stream()
        .filter(Fate::isKept)
        .map(fate -> fate.deposit().stem())
        .toList();
  }

  @Test
  void fortyDailyOnesComeDownToTen() {
    List<Deposit> nightly = new ArrayList<>();
    for (LocalDate day = LocalDate.of(2026, 2, 9); day.getYear() == 2026; day = day.minusDays(1)) {
      nightly.add(deposit(day + "T02:30:00Z"));
    }
    assertThat(nightly).hasSize(40);
    List<Fate> fates = fates(Map.of("last", 2, "daily", 7, "weekly", 4, "monthly", 6), nightly);
    assertThat(fates.stream().filter(Fate::isKept))
        .extracting(
            fate -> fate.deposit().stem().substring(5, 10) + " " + String.join(", ", texts(fate)))
        .containsExactly(
            "02-09 last 1 of 2, daily 1 of 7: 2026-02-09, weekly 1 of 4: 2026 week 7,"
                + " monthly 1 of 6: 2026-02",
            "02-08 last 2 of 2, daily 2 of 7: 2026-02-08, weekly 2 of 4: 2026 week 6",
            "02-07 daily 3 of 7: 2026-02-07",
            "02-06 daily 4 of 7: 2026-02-06",
            "02-05 daily 5 of 7: 2026-02-05",
            "02-04 daily 6 of 7: 2026-02-04",
            "02-03 daily 7 of 7: 2026-02-03",
            "02-01 weekly 3 of 4: 2026 week 5",
            "01-31 monthly 2 of 6: 2026-01",
            "01-25 weekly 4 of 4: 2026 week 4");
  }

  @Test
  void theLastGoodOnesStayWhateverTheirAge() {
    assertThat(
            kept(
                Map.of("daily", 1),
                "2026-01-01T00:00:00Z",
                "2015-07-01T00:00:00Z",
                "2004-03-01T00:00:00Z",
                "2001-01-01T00:00:00Z"))
        .containsExactly("2026-01-01T00:00:00Z", "2015-07-01T00:00:00Z", "2004-03-01T00:00:00Z");
  }

  @Test
  void emptyYearsDoNotCount() {
    assertThat(
            kept(
                Map.of("last", 2, "yearly", 3),
                "2026-05-01T00:00:00Z",
                "2026-04-01T00:00:00Z",
                "2026-03-01T00:00:00Z",
                "2019-12-01T00:00:00Z",
                "2019-11-01T00:00:00Z",
                "2011-06-01T00:00:00Z"))
        .containsExactly(
            "2026-05-01T00:00:00Z",
            "2026-04-01T00:00:00Z",
            "2019-12-01T00:00:00Z",
            "2011-06-01T00:00:00Z");
  }

  /** 2026-12-28 is the Monday of week 53, which ends on the third of January. */
  @Test
  void aWeekGoesOnOverTheNewYear() {
    assertThat(
            kept(
                Map.of("last", 2, "weekly", 3),
                "2027-01-04T12:00:00Z",
                "2027-01-03T12:00:00Z",
                "2027-01-01T12:00:00Z",
                "2026-12-28T12:00:00Z",
                "2026-12-27T12:00:00Z"))
        .containsExactly("2027-01-04T12:00:00Z", "2027-01-03T12:00:00Z", "2026-12-27T12:00:00Z");
  }

  /** 23:30 UTC is half past midnight of the next day in Stockholm. */
  @Test
  void daysAreThoseOfTheSite() {
    assertThat(
            kept(
                Map.of("last", 2, "daily", 3),
                "2026-03-03T12:00:00Z",
                "2026-03-02T22:30:00Z",
                "2026-03-01T23:30:00Z",
                "2026-03-01T22:30:00Z"))
        .containsExactly("2026-03-03T12:00:00Z", "2026-03-02T22:30:00Z", "2026-03-01T22:30:00Z");
  }

  @Test
  void theHourThatComesTwiceIsTwoHours() {
    assertThat(
            kept(
                Map.of("last", 2, "hourly", 4),
                "2025-10-26T02:30:00Z",
                "2025-10-26T01:45:00Z",
                "2025-10-26T01:30:00Z",
                "2025-10-26T00:30:00Z",
                "2025-10-25T23:30:00Z"))
        .containsExactly(
            "2025-10-26T02:30:00Z",
            "2025-10-26T01:45:00Z",
            "2025-10-26T00:30:00Z",
            "2025-10-25T23:30:00Z");
  }

  @Test
  void whatIsNotASoundDatedOneOfThisJobStaysAndCountsForNothing() {
    String day = "2026-01-0";
    List<Fate> fates =
        fates(
            Map.of("last", 2),
            List.of(
                deposit("2031-01-01T00:00:00Z"),
                deposit(day + "8T00:00:00Z", new Manifest.Origin("them", "own"), true, ""),
                deposit(day + "7T00:00:00Z", new Manifest.Origin("us", "other"), true, ""),
                deposit(day + "6T00:00:00Z", new Manifest.Origin("", ""), true, ""),
                deposit(day + "5T00:00:00Z", OWN, true, "a.db is missing"),
                deposit(day + "4T00:00:00Z", OWN, false, ""),
                deposit(day + "3T00:00:00Z"),
                deposit(day + "2T00:00:00Z"),
                deposit(day + "1T00:00:00Z")));
    assertThat(fates).extracting(Fate::isKept).last().isEqualTo(false);
    assertThat(fates.subList(0, 8)).allMatch(Fate::isKept);
    assertThat(fates)
        .extracting(fate -> texts(fate).getFirst().replaceAll(":.*", ""))
        .containsExactly(
            "its date lies ahead",
            "not of this job of this agent",
            "not of this job of this agent",
            "not of this job of this agent",
            "not sound",
            "taken while the clock was not known to be right",
            "last 1 of 2",
            "last 2 of 2",
            "nothing keeps it");
  }

  @Test
  void withoutAPolicyEverythingStays() {
    assertThat(kept(Map.of(), "2026-01-02T00:00:00Z", "1999-01-01T00:00:00Z")).hasSize(2);
  }

  /** A run of Tuesday pushes two out; one of Monday evening is the newest of that day itself. */
  @Test
  void oneMoreTakesItsPlaceBeforeItIsThere() {
    List<Deposit> deposits =
        List.of(
            deposit("2026-02-09T20:00:00Z"),
            deposit("2026-02-08T02:30:00Z"),
            deposit("2026-02-07T02:30:00Z"));
    Map<String, Integer> keep = Map.of("last", 2, "daily", 2);
    assertThat(after(keep, "2026-02-10T02:30:00Z", deposits))
        .containsExactly("last 2 of 2, daily 2 of 2: 2026-02-09", GOES, GOES);
    assertThat(after(keep, "2026-02-09T22:30:00Z", deposits))
        .containsExactly("last 2 of 2", "daily 2 of 2: 2026-02-08", GOES);
    assertThat(after(Map.of(), "2026-02-10T02:30:00Z", deposits))
        .containsOnly("this job keeps everything");
  }

  private static List<String> after(Map<String, Integer> keep, String run, List<Deposit> deposits) {
    return new Retention(new Policy(keep), OWN, STOCKHOLM, Instant.parse(run))
        .afterOneMore(deposits).stream().map(fate -> String.join(", ", texts(fate))).toList();
  }
}

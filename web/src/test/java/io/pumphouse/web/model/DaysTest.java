package io.pumphouse.web.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DaysTest {
  private static final Days STOCKHOLM = new Days(ZoneId.of("Europe/Stockholm"));

  @Test
  void springDayHas23Hours() {
    assertThat(STOCKHOLM.span(LocalDate.parse("2026-03-29")))
        .contains(span("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"));
  }

  @Test
  void autumnDayHas25Hours() {
    assertThat(STOCKHOLM.span(LocalDate.parse("2026-10-25")))
        .contains(span("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"));
  }

  @Test
  void summerTimeOfLordHoweIsHalfAnHour() {
    Days days = new Days(ZoneId.of("Australia/Lord_Howe"));

    assertThat(days.span(LocalDate.parse("2026-04-05")).orElseThrow().length())
        .isEqualTo(Duration.ofMinutes(24 * 60 + 30));
    assertThat(days.span(LocalDate.parse("2026-10-04")).orElseThrow().length())
        .isEqualTo(Duration.ofMinutes(24 * 60 - 30));
  }

  @Test
  void dayMayBeginAtOneWhereClocksAreSetAtMidnight() {
    Days days = new Days(ZoneId.of("Africa/Cairo"));

    assertThat(days.span(LocalDate.parse("2025-04-25")))
        .contains(span("2025-04-24T22:00:00Z", "2025-04-25T21:00:00Z"));
  }

  @Test
  void midnightThatComesTwiceBeginsTheDayOnce() {
    Days days = new Days(ZoneId.of("Atlantic/Azores")); // 01:00 back to 00:00

    assertThat(days.in(span("2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z")))
        .containsExactly(
            span("2026-10-24T00:00:00Z", "2026-10-25T00:00:00Z"),
            span("2026-10-25T00:00:00Z", "2026-10-26T01:00:00Z"));
  }

  @Test
  void skippedDayIsNoDay() {
    Days samoa = new Days(ZoneId.of("Pacific/Apia"));

    assertThat(samoa.span(LocalDate.parse("2011-12-30"))).isEmpty();
    assertThat(samoa.in(span("2011-12-30T09:00:00Z", "2011-12-30T11:00:00Z")))
        .containsExactly(
            span("2011-12-29T10:00:00Z", "2011-12-30T10:00:00Z"),
            span("2011-12-30T10:00:00Z", "2011-12-31T10:00:00Z"));
  }

  @Test
  void daysOfAYearMeetWithoutGapAndAreAsLongAsTheYear() {
    for (String zone : List.of("Europe/Stockholm", "Australia/Lord_Howe", "America/New_York")) {
      Days days = new Days(ZoneId.of(zone));
      Instant from = LocalDate.parse("2026-01-01").atStartOfDay(days.zone()).toInstant();
      Instant to = LocalDate.parse("2027-01-01").atStartOfDay(days.zone()).toInstant();

      List<Span> year = days.in(new Span(from, to));

      assertThat(year).hasSize(365);
      assertThat(year.getFirst().from()).isEqualTo(from);
      assertThat(year.getLast().to()).isEqualTo(to);
      for (int i = 1; i < year.size(); i++) {
        assertThat(year.get(i).from()).isEqualTo(year.get(i - 1).to());
      }
    }
  }

  @Test
  void movingToAnotherZoneCountsTheSameMomentsByOtherDays() {
    Instant late = Instant.parse("2026-06-01T22:30:00Z");

    assertThat(STOCKHOLM.of(late)).isEqualTo(LocalDate.parse("2026-06-02"));
    assertThat(new Days(ZoneId.of("Europe/London")).of(late))
        .isEqualTo(LocalDate.parse("2026-06-01"));
  }

  @Test
  void spanThatEndsAtMidnightDoesNotReachIntoTheNextDay() {
    Span day = STOCKHOLM.span(LocalDate.parse("2026-06-01")).orElseThrow();

    assertThat(STOCKHOLM.in(day)).containsExactly(day);
  }

  private static Span span(String from, String to) {
    return new Span(Instant.parse(from), Instant.parse(to));
  }
}

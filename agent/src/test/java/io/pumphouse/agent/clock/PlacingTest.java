package io.pumphouse.agent.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlacingTest {
  private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-06-02T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void bootThatWasKnownIsWhereItWas() {
    PastBoot known = boot("known", MONDAY, Witness.NETWORK);

    assertThat(Placing.starts(List.of(known), TUESDAY)).containsEntry("known", MONDAY);
  }

  @Test
  void unknownBootThatFitsBetweenItsNeighboursStays() {
    PastBoot saved = boot("saved", MONDAY.plus(HOUR), Witness.NOBODY);

    assertThat(Placing.starts(List.of(boot("known", MONDAY, Witness.NETWORK), saved), TUESDAY))
        .containsEntry("saved", MONDAY.plus(HOUR));
  }

  @Test
  void unknownBootsOf1970FollowTheBootBefore() {
    PastBoot first = boot("first", Instant.EPOCH, Witness.NOBODY);
    PastBoot second = boot("second", Instant.EPOCH, Witness.NOBODY);

    assertThat(
            Placing.starts(List.of(boot("known", MONDAY, Witness.NETWORK), first, second), TUESDAY))
        .containsEntry("first", MONDAY.plus(HOUR))
        .containsEntry("second", MONDAY.plus(HOUR).plus(HOUR));
  }

  @Test
  void unknownBootsOf2038EndWhereTheNextBegins() {
    PastBoot first = boot("first", Instant.parse("2038-01-19T00:00:00Z"), Witness.NOBODY);
    PastBoot second = boot("second", Instant.parse("2038-01-19T00:00:00Z"), Witness.NOBODY);

    assertThat(Placing.starts(List.of(first, second), TUESDAY))
        .containsEntry("first", TUESDAY.minus(HOUR).minus(HOUR))
        .containsEntry("second", TUESDAY.minus(HOUR));
  }

  @Test
  void guessedStartMovesEveryEraOfTheBoot() {
    PastBoot boot =
        new PastBoot(
            "two",
            List.of(
                new Era(Duration.ZERO, Instant.EPOCH, Witness.NOBODY),
                new Era(Duration.ofMinutes(5), MONDAY, Witness.NOBODY)),
            HOUR,
            false);

    assertThat(Corrections.of(boot, TUESDAY))
        .containsExactly(
            new Correction(Duration.ofMinutes(5), Duration.between(Instant.EPOCH, TUESDAY)),
            new Correction(HOUR.plusDays(1), Duration.ofDays(1)));
  }

  @Test
  void eraAfterTheTimeWasKnownFollowsWhatWasKnown() {
    PastBoot boot =
        new PastBoot(
            "spoilt",
            List.of(
                new Era(Duration.ZERO, MONDAY, Witness.NETWORK),
                new Era(Duration.ofMinutes(5), Instant.EPOCH, Witness.NOBODY)),
            HOUR,
            false);

    assertThat(Corrections.of(boot, boot.zero()))
        .containsExactly(
            new Correction(Duration.ofMinutes(5), Duration.ZERO),
            new Correction(HOUR.plusDays(1), Duration.between(Instant.EPOCH, MONDAY)));
  }

  private static PastBoot boot(String id, Instant zero, Witness witness) {
    return new PastBoot(id, List.of(new Era(Duration.ZERO, zero, witness)), HOUR, false);
  }
}

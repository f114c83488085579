package io.pumphouse.agent.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.command.ImportReport;
import io.pumphouse.agent.poll.Batch;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Export.Format;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Out of one store, into another: the same readings. */
final class RoundTripTest {
  private static final String MODEL = "nibe-s1255";
  private static final Instant START = Cellar.NOW.minus(Duration.ofDays(3));

  @TempDir private Path here;
  @TempDir private Path there;

  private Cellar filled() {
    Cellar cellar = new Cellar(here, MODEL);
    RegisterId outdoor = cellar.map.find(Metric.OUTDOOR_TEMP).orElseThrow().id();
    RegisterId brine = cellar.map.find(Metric.BRINE_IN).orElseThrow().id();
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      Moment at = new Moment(START.plusSeconds(30L * i).plusMillis(i), Duration.ZERO);
      Sample second =
          switch (i % 50) {
            case 3 -> new Invalid(brine, at, new Fault.Implausible(30_000));
            case 4 -> new Invalid(brine, at, new Fault.Refused(4));
            case 5 -> new Missing(brine, at);
            case 6 -> new Invalid(brine, at, new Fault.Late());
            default -> new Reading(brine, at, 60 - i % 7);
          };
      batches.add(
          new Batch(
              Cellar.HOUSE,
              new Link.Up(),
              Duration.ZERO,
              List.of(new Reading(outdoor, at, i % 40 - 20), second),
              true));
    }
    cellar.store.backfill(batches);
    return cellar;
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "NDJSON"})
  void everySampleArrivesAsItWas(Format format) {
    try (Cellar cellar = filled();
        Cellar other = new Cellar(there, MODEL)) {
      ImportReport report = other.take(cellar.give(format));
      assertThat(report.first()).isEmpty();
      assertThat(report.stored()).isEqualTo(1_200);
      assertThat(other.all()).isEqualTo(cellar.all());
    }
  }

  @Test
  void lineProtocolTakesTheValuesAlong() {
    try (Cellar cellar = filled();
        Cellar other = new Cellar(there, MODEL)) {
      assertThat(other.take(cellar.give(Format.LINE_PROTOCOL)).first()).isEmpty();
      assertThat(other.all())
          .isEqualTo(cellar.all().stream().filter(Reading.class::isInstance).toList());
    }
  }

  @Test
  void theSameFileTwiceStoresNothingTwice() {
    try (Cellar cellar = filled()) {
      List<Sample> before = cellar.all();
      ImportReport report = cellar.take(cellar.give(Format.CSV));
      assertThat(report.stored()).isZero();
      assertThat(report.known()).isEqualTo(1_200);
      assertThat(cellar.all()).isEqualTo(before);
    }
  }

  @Test
  void whatIsDoubleInAFileIsStoredOnce() {
    try (Cellar cellar = filled();
        Cellar other = new Cellar(there, MODEL)) {
      String csv = cellar.give(Format.CSV);
      assertThat(other.take(csv + csv).stored()).isEqualTo(1_200);
    }
  }

  @Test
  void aDryRunStoresNothing() {
    try (Cellar cellar = filled();
        Cellar other = new Cellar(there, MODEL)) {
      assertThat(other.take(cellar.give(Format.CSV), true).stored()).isEqualTo(1_200);
      assertThat(other.all()).isEmpty();
    }
  }
}

package io.pumphouse.web.sample;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Inventory;
import io.pumphouse.web.model.Inventory.Kept;
import io.pumphouse.web.model.Inventory.Level;
import io.pumphouse.web.model.Queries;
import io.pumphouse.web.model.Queries.Answer;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Stock;
import io.pumphouse.web.model.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A store of a month, of which each leaf has a value, a gap and a fault, a minute apart. */
final class Cellar implements Stock {
  private Cellar() {}

  static Storage storage() {
    return new Storage(new Cellar(), queries(), new FakeSoundness());
  }

  private static Queries queries() {
    return sql ->
        sql.startsWith("SELECT")
            ? new Answer.Table(
                List.of("pump", "<b>"), List.of(List.of("house", sql)), false, Duration.ofMillis(7))
            : new Answer.Refused("only SELECT, WITH and VALUES are asked here", "write a SELECT");
  }

  @Override
  public Counted count() {
    return new Counted.Whole(
        new Inventory(
            45,
            16_416_000,
            true,
            25_165_824,
            List.of(new Span(Villa.NOW.minus(Duration.ofDays(30)), Villa.NOW)),
            List.of(
                new Level("raw", 16_000_000, new Kept.For(Duration.ofDays(90))),
                new Level("minute", 8_000_000, new Kept.For(Duration.ofDays(730))),
                new Level("day", 12_345, new Kept.Forever())),
            0,
            3));
  }

  @Override
  public Leafed leaf(PumpId pump, RegisterId register, Way way, Instant edge, int most) {
    List<Sample> samples =
        List.of(
            new Reading(register, at(edge, 3), -75),
            new Missing(register, at(edge, 2)),
            new Invalid(register, at(edge, 1), new Fault.Refused(2)));
    return new Leafed.Leaf(samples, way == Way.BACK);
  }

  private static Moment at(Instant edge, int minutesBefore) {
    return new Moment(edge.minus(Duration.ofMinutes(minutesBefore)), Duration.ofHours(3));
  }
}

package io.pumphouse.web.sample;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Recording;
import io.pumphouse.web.model.Recording.Head;
import io.pumphouse.web.model.Recording.Tick;
import io.pumphouse.web.model.Recordings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One recording of the house: a register of its map, and one that the map has no more. */
final class FakeShelf implements Recordings {
  private static final Head HEAD =
      new Head(7, Villa.HOUSE.id(), Readings.TAKEN, "51 High pressure");

  @Override
  public List<Head> list(PumpId pump) {
    return pump.equals(HEAD.pump()) ? List.of(HEAD) : List.of();
  }

  @Override
  public Optional<Recording> open(long id) {
    Duration before = Duration.ofSeconds(-5);
    return id == HEAD.id()
        ? Optional.of(
            new Recording(
                HEAD,
                Map.of(
                    new RegisterId("30002"),
                    List.of(new Tick.Value(before, -38), new Tick.Gap(Duration.ZERO, "no-answer")),
                    new RegisterId("49999"),
                    List.of(new Tick.Value(before, 12)))))
        : Optional.empty();
  }
}

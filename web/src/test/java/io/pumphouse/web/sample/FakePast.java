package io.pumphouse.web.sample;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Curves;
import io.pumphouse.web.model.Extremes;
import io.pumphouse.web.model.History;
import io.pumphouse.web.model.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A past that is always the same, and remembers what it was asked for. Confined to one test. */
public final class FakePast implements History {
  private final Map<RegisterId, Extremes> extremes;
  private final List<Span> asked = new ArrayList<>();

  public FakePast(Map<RegisterId, Extremes> extremes) {
    this.extremes = Map.copyOf(extremes);
  }

  /** The spans asked for, oldest first. */
  public List<Span> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Map<RegisterId, Extremes> extremes(PumpId pump, Instant from, Instant to) {
    asked.add(new Span(from, to));
    return extremes;
  }

  @Override
  public Curves curves(PumpId pump, Set<RegisterId> registers, Span span, int points) {
    asked.add(span);
    return new Curves(span.from(), span.length().dividedBy(points), points, Map.of());
  }
}

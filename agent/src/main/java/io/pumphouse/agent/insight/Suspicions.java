package io.pumphouse.agent.insight;

import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Finding;
import io.pumphouse.web.model.Span;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every rule, side by side over one history. Confined to one thread. */
final class Suspicions {
  private final Span span;
  private final List<Suspicion> all = new ArrayList<>();

  Suspicions(Subject subject, Span span, ZoneId zone) {
    this.span = span;
    all.add(new ShortCycling(subject));
    all.add(new NeedlessHeater(subject));
    all.add(new ColdBrine(subject));
    all.addAll(ShrinkingDifference.of(subject, zone));
    all.addAll(DriftingSensor.of(subject, zone));
  }

  Set<RegisterId> registers() {
    Set<RegisterId> registers = new HashSet<>();
    all.forEach(each -> registers.addAll(each.registers()));
    return registers;
  }

  void add(Piece piece) {
    all.forEach(each -> each.look(piece));
  }

  /** The surest first. */
  List<Finding> findings() {
    return all.stream()
        .flatMap(each -> each.finding(span).stream())
        .sorted(Comparator.comparing(Finding::confidence).reversed())
        .toList();
  }
}

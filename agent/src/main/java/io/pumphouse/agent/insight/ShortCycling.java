package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.COMPRESSOR_ON;

import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Finding;
import io.pumphouse.web.model.Finding.Confidence;
import io.pumphouse.web.model.Finding.Evidence;
import io.pumphouse.web.model.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The compressor runs for less than ten minutes at a time, often. Installers' guides call two to
 * three starts an hour usual and runs of less than ten minutes short cycling (pickcomfort.com,
 * johnowensservices.com, engineerfix.com); six such runs within three hours are this project's
 * choice, so that a single defrost or charge is no finding.
 */
final class ShortCycling implements Suspicion {
  private static final Duration SHORT = Duration.ofMinutes(10);
  private static final Duration WITHIN = Duration.ofHours(3);
  private static final int RUNS = 6;

  private final Subject subject;
  private final Deque<Instant> recent = new ArrayDeque<>();
  private boolean isSeenOff;
  private boolean isOn;
  private Instant since = Instant.EPOCH;
  private int shortRuns;
  private int runs;
  private double minutes;
  private final List<Span> found = new ArrayList<>();

  ShortCycling(Subject subject) {
    this.subject = subject;
  }

  @Override
  public Set<RegisterId> registers() {
    return subject.ids(COMPRESSOR_ON);
  }

  @Override
  public void look(Piece piece) {
    if (piece.step().compareTo(SHORT) < 0) { // Coarser steps do not show short runs.
      piece.line(COMPRESSOR_ON).ifPresent(line -> look(piece, line));
    }
  }

  private void look(Piece piece, Line line) {
    for (int i = 0; i < line.steps(); i++) {
      if (!line.has(i)) {
        isSeenOff = false;
        isOn = false;
      } else if (line.last(i) > 0) {
        begin(piece.at(i));
      } else {
        end(piece.at(i));
        isSeenOff = true;
      }
    }
  }

  private void begin(Instant at) {
    if (!isOn && isSeenOff) {
      isOn = true;
      since = at;
    }
  }

  private void end(Instant at) {
    if (!isOn) {
      return;
    }
    isOn = false;
    runs++;
    Duration ran = Duration.between(since, at);
    minutes += ran.toSeconds() / 60.0;
    if (ran.compareTo(SHORT) < 0) {
      shortRuns++;
      recent.addLast(since);
      while (recent.getFirst().isBefore(at.minus(WITHIN))) {
        recent.removeFirst();
      }
      if (recent.size() >= RUNS) {
        found.add(new Span(recent.getFirst(), at));
      }
    }
  }

  @Override
  public Optional<Finding> finding(Span span) {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Span when = new Span(found.getFirst().from(), found.getLast().to());
    return Optional.of(
        new Finding(
            "short-cycling",
            "the compressor starts and stops often and runs only for minutes; that wears it and"
                + " costs electricity",
            "look for too little open heating area, too small a flow, or a heat curve set too"
                + " steep",
            when,
            List.of(
                new Evidence("runs shorter than ten minutes", shortRuns, "count"),
                new Evidence("runs", runs, "count"),
                new Evidence("mean run", minutes / runs, "min")),
            "%d runs shorter than %d min within %d h"
                .formatted(RUNS, SHORT.toMinutes(), WITHIN.toHours()),
            "installers' guides for the ten minutes; this project's choice for the count",
            shortRuns * 2 >= runs ? Confidence.HIGH : Confidence.MEDIUM));
  }
}

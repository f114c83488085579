package io.pumphouse.agent.poll;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.PumpStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The newest of one pump: written by its bus thread, read by anyone. */
final class PumpBoard {
  private final Latest.Post post;
  private final RegisterMap map;
  private final Set<RegisterId> beside;
  private final List<Plaque> order;
  private final TimeSource time;
  private final Map<RegisterId, Sample> newest = new HashMap<>();
  private Link link = new Link.Untried();
  private Duration round = Duration.ZERO;
  private double stretch = 1;
  private Optional<Moment> lastValue = Optional.empty();

  PumpBoard(Latest.Post post, TimeSource time) {
    this.post = post;
    this.map = post.assignment().pump().map();
    this.beside = post.assignment().pump().beside();
    // Metrics in the order of the vocabulary, the rest after them in the order of the
    // configuration.
    this.order =
        post.assignment().intervals().entrySet().stream()
            .filter(each -> post.assignment().shown().contains(each.getKey()))
            .flatMap(each -> plaque(each.getKey(), each.getValue()))
            .sorted(Comparator.comparing(Plaque::group).thenComparing(Plaque::rank))
            .toList();
    this.time = time;
  }

  private Stream<Plaque> plaque(RegisterId id, Duration every) {
    return map.find(id).stream().map(register -> Plaque.of(map, register, every));
  }

  synchronized void note(Batch batch) {
    link = batch.link();
    round = batch.round();
    stretch = batch.stretch();
    for (Sample sample : batch.samples()) {
      newest.put(sample.register(), sample);
      // That the meter beside the line shows something says nothing of the pump.
      if (sample instanceof Reading && !beside.contains(sample.register())) {
        lastValue = Optional.of(sample.takenAt());
      }
    }
  }

  synchronized PumpStatus status() {
    return new PumpStatus(
        post.assignment().id(),
        map.model().id(),
        map.model().title(),
        post.line(),
        post.unit(),
        Latest.state(link),
        link.cause(),
        link.next(),
        lastAnswer());
  }

  synchronized List<LiveReading> readings() {
    Moment now = time.now();
    List<LiveReading> readings = new ArrayList<>(order.size());
    for (Plaque plaque : order) {
      Sample sample = newest.get(plaque.register().id());
      if (sample != null) {
        readings.add(plaque.beside(sample, now, reached(plaque.every())));
      }
    }
    return Collections.unmodifiableList(readings);
  }

  /** What was left waiting on purpose, or by a long round, is not stale for that. */
  private Duration reached(Duration every) {
    Duration stretched = Duration.ofNanos(Math.round(every.toNanos() * stretch));
    return stretched.compareTo(round) > 0 ? stretched : round;
  }

  private LastAnswer lastAnswer() {
    return lastValue
        .<LastAnswer>map(at -> new LastAnswer.At(at.wall(), at.ageAt(time.now())))
        .orElseGet(LastAnswer.Never::new);
  }
}

package io.pumphouse.agent.poll;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.MetricGroup;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.PumpStatus;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The newest of one pump: written by its bus thread, read by anyone. */
final class PumpBoard {
  private final Latest.Post post;
  private final RegisterMap map;
  private final List<RegisterId> order;
  private final TimeSource time;
  private final Map<RegisterId, Sample> newest = new HashMap<>();
  private Link link = new Link.Untried();
  private Duration round = Duration.ZERO;
  private double stretch = 1;
  private Optional<Moment> lastValue = Optional.empty();

  PumpBoard(Latest.Post post, TimeSource time) {
    this.post = post;
    this.map = post.assignment().pump().map();
    this.order =
        post.assignment().intervals().keySet().stream()
            .filter(post.assignment().shown()::contains)
            .sorted(Comparator.comparing((RegisterId id) -> group(id)).thenComparing(this::rank))
            .toList();
    this.time = time;
  }

  synchronized void note(Batch batch) {
    link = batch.link();
    round = batch.round();
    stretch = batch.stretch();
    for (Sample sample : batch.samples()) {
      newest.put(sample.register(), sample);
      if (sample instanceof Reading) {
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
    return order.stream()
        .flatMap(id -> Optional.ofNullable(newest.get(id)).stream())
        .flatMap(sample -> shown(sample, now))
        .toList();
  }

  private Stream<LiveReading> shown(Sample sample, Moment now) {
    RegisterId id = sample.register();
    Duration every = post.assignment().intervals().get(id);
    if (every == null) {
      return Stream.empty();
    }
    return map.find(id).stream().map(register -> shown(register, sample, now, every));
  }

  private LiveReading shown(Register register, Sample sample, Moment now, Duration every) {
    RegisterId id = register.id();
    return new LiveReading(
        map.nameOf(id),
        register.label(),
        group(id),
        register,
        sample,
        sample instanceof Reading reading ? map.meaningOf(id, reading.raw()) : "",
        sample.takenAt().ageAt(now),
        reached(every));
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

  private MetricGroup group(RegisterId id) {
    return map.metricOf(id).map(Metric::group).orElse(MetricGroup.OTHER);
  }

  /**
   * Metrics in the order of the vocabulary, the rest after them in the order of the configuration.
   */
  private int rank(RegisterId id) {
    return map.metricOf(id).map(Metric::ordinal).orElse(Integer.MAX_VALUE);
  }
}

package io.pumphouse.agent.poll;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.MetricGroup;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.LiveReading;
import java.time.Duration;

/**
 * What stands beside one reading and never changes, looked up once and not with every poll.
 *
 * @param name the public name of the register
 * @param group where on the machine it belongs
 * @param rank its place among the metrics of the vocabulary; those without a metric come last
 * @param every how often it is asked for
 */
record Plaque(
    RegisterMap map,
    Register register,
    String name,
    MetricGroup group,
    int rank,
    boolean isMetric,
    Duration every) {

  static Plaque of(RegisterMap map, Register register, Duration every) {
    var metric = map.metricOf(register.id());
    return new Plaque(
        map,
        register,
        map.nameOf(register.id()),
        metric.map(Metric::group).orElse(MetricGroup.OTHER),
        metric.map(Metric::ordinal).orElse(Integer.MAX_VALUE),
        metric.isPresent(),
        every);
  }

  /**
   * The reading itself.
   *
   * @param reached how often it really is asked for, on a line that has more to do
   */
  LiveReading beside(Sample sample, Moment now, Duration reached) {
    return new LiveReading(
        name,
        register.label(),
        group,
        register,
        sample,
        isMetric && sample instanceof Reading reading
            ? map.meaningOf(register.id(), reading.raw())
            : "",
        sample.takenAt().ageAt(now),
        reached);
  }
}

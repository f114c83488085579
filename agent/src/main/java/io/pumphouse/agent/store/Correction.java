package io.pumphouse.agent.store;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;

/**
 * By how much the wall times of a while of this boot are wrong.
 *
 * @param from time since boot, inclusive
 * @param before exclusive
 * @param by how much to add
 */
record Correction(Duration from, Duration before, Duration by) {
  boolean concerns(Duration sinceBoot) {
    return sinceBoot.compareTo(from) >= 0 && sinceBoot.compareTo(before) < 0;
  }

  Batch right(Batch batch) {
    return batch.samples().stream().noneMatch(s -> concerns(s.takenAt().sinceBoot()))
        ? batch
        : new Batch(
            batch.pump(),
            batch.link(),
            batch.round(),
            batch.samples().stream().map(this::right).toList(),
            batch.isLast(),
            batch.log());
  }

  Sample right(Sample sample) {
    Moment told = sample.takenAt();
    if (!concerns(told.sinceBoot())) {
      return sample;
    }
    Moment right = new Moment(told.wall().plus(by), told.sinceBoot());
    return switch (sample) {
      case Reading reading -> new Reading(reading.register(), right, reading.raw());
      case Missing missing -> new Missing(missing.register(), right);
      case Invalid invalid -> new Invalid(invalid.register(), right, invalid.fault());
    };
  }
}

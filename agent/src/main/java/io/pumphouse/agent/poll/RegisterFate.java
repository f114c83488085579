package io.pumphouse.agent.poll;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import java.util.Optional;

/** How one register has fared. Not thread-safe. */
final class RegisterFate {
  private Optional<Sample> newest = Optional.empty();
  private Optional<Reading> good = Optional.empty();
  private Optional<Invalid> bad = Optional.empty();
  private long values;
  private long missing;
  private long faults;

  void note(Sample sample) {
    newest = Optional.of(sample);
    switch (sample) {
      case Reading reading -> {
        good = Optional.of(reading);
        values++;
      }
      case Missing _ -> missing++;
      // It was not asked: the fault that put it there stays the last.
      case Invalid(_, _, Fault.Quarantined _) -> {}
      case Invalid invalid -> {
        bad = Optional.of(invalid);
        faults++;
      }
    }
  }

  Optional<Sample> newest() {
    return newest;
  }

  Optional<Reading> good() {
    return good;
  }

  Optional<Invalid> bad() {
    return bad;
  }

  long values() {
    return values;
  }

  long missing() {
    return missing;
  }

  long faults() {
    return faults;
  }
}

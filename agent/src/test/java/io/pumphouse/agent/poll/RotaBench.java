package io.pumphouse.agent.poll;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A bus in fake time, polled without a thread. Confined to one thread. */
final class RotaBench {
  final FakeTime time = new FakeTime();
  final Forgetful memory = new Forgetful();
  final List<Batch> batches = new ArrayList<>();
  private final List<Assignment> assignments = new ArrayList<>();
  private Optional<Rota> rota = Optional.empty();

  /** The first so many registers of a pump at one interval, the next at the next, … */
  void assign(String name, HeatPump pump, Object... countsAndIntervals) {
    Map<RegisterId, Duration> intervals = new LinkedHashMap<>();
    for (int i = 0; i < countsAndIntervals.length; i += 2) {
      int from = intervals.size();
      Duration interval = (Duration) countsAndIntervals[i + 1];
      IntStream.range(from, from + (int) countsAndIntervals[i])
          .forEach(number -> intervals.put(TimedPump.id(number), interval));
    }
    assignments.add(new Assignment(new PumpId(name), pump, intervals));
  }

  Rota rota() {
    if (rota.isEmpty()) {
      rota = Optional.of(new Rota(assignments, memory, time, new Random(7)));
    }
    return rota.get();
  }

  /** Lets so much time pass, asking whatever is due. */
  void run(Duration span) {
    long end = time.nanos() + span.toNanos();
    while (rota().dueAt() < end) {
      time.advance(Duration.ofNanos(Math.max(0, rota().dueAt() - time.nanos())));
      rota().ask().ifPresent(batches::add);
    }
    time.advance(Duration.ofNanos(Math.max(0, end - time.nanos())));
  }

  /** Every sample of one register, oldest first. */
  List<Sample> samples(RegisterId register) {
    return batches.stream()
        .flatMap(batch -> batch.samples().stream())
        .filter(sample -> sample.register().equals(register))
        .toList();
  }

  /** The longest time between two requests, in seconds. */
  static double longestGap(List<Double> asked) {
    return IntStream.range(1, asked.size())
        .mapToDouble(i -> asked.get(i) - asked.get(i - 1))
        .max()
        .orElseThrow();
  }
}

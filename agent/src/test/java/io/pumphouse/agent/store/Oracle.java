package io.pumphouse.agent.store;

import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps all samples in a list and looks at each of them for each question. */
final class Oracle {
  private static final long LONGEST = 75 * 60_000;
  private final Map<RegisterId, List<Heard>> all = new HashMap<>();

  void hear(Sample... samples) {
    for (Sample sample : samples) {
      all.computeIfAbsent(sample.register(), _ -> new ArrayList<>()).add(new Heard(sample));
    }
  }

  Map<RegisterId, SortedMap<Integer, Stretch>> curves(Instant from, Duration step, int steps) {
    Map<RegisterId, SortedMap<Integer, Stretch>> curves = new HashMap<>();
    all.forEach(
        (register, heard) -> {
          SortedMap<Integer, Stretch> found = new TreeMap<>();
          List<Held> held = held(heard);
          long start = from.toEpochMilli();
          for (Held value : held) {
            int first = (int) Math.max(0, Math.floorDiv(value.from() - start, step.toMillis()));
            int last =
                (int) Math.min(steps - 1, Math.floorDiv(value.to() - 1 - start, step.toMillis()));
            for (int i = first; i <= last && value.to() > value.from(); i++) {
              add(found, i, value, start + i * step.toMillis(), step.toMillis());
            }
          }
          if (!found.isEmpty()) {
            curves.put(register, found);
          }
        });
    return curves;
  }

  private static void add(
      SortedMap<Integer, Stretch> found, int i, Held value, long start, long length) {
    long millis = Math.min(value.to(), start + length) - Math.max(value.from(), start);
    double share = (double) millis / length;
    found.merge(
        i,
        new Stretch(value.raw(), value.raw(), value.raw(), value.raw(), share),
        (old, one) ->
            new Stretch(
                Math.min(old.lowest(), one.lowest()),
                (old.mean() * old.covered() + one.mean() * share) / (old.covered() + share),
                Math.max(old.highest(), one.highest()),
                one.last(),
                old.covered() + share));
  }

  private static List<Held> held(List<Heard> heard) {
    List<Held> held = new ArrayList<>();
    for (int i = 0; i < heard.size(); i++) {
      if (heard.get(i).sample() instanceof Reading reading) {
        long before = i == 0 ? 0 : heard.get(i).wall() - heard.get(i - 1).wall();
        long longest = before > 0 && before <= LONGEST ? Math.min(3 * before, LONGEST) : 5 * 60_000;
        long next = i + 1 == heard.size() ? Long.MAX_VALUE : heard.get(i + 1).wall();
        long wall = heard.get(i).wall();
        held.add(new Held(wall, Math.min(wall + longest, next), reading.raw()));
      }
    }
    return held;
  }

  private record Heard(Sample sample) {
    long wall() {
      return sample.takenAt().wall().toEpochMilli();
    }
  }

  private record Held(long from, long to, long raw) {}
}

package io.pumphouse.agent.store;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Extremes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Weighs the values of one pump between two times, stored or still pending. Keeps a few numbers per
 * register, however much it hears. Confined to one thread.
 */
final class Weighing {
  private final long from;
  private final long to;
  private final Map<RegisterId, Weight> weights = new HashMap<>();

  Weighing(Instant from, Instant to) {
    this.from = from.toEpochMilli();
    this.to = to.toEpochMilli();
  }

  /**
   * Hears a stored block out.
   *
   * @param registers the series that count; the others pass unheard
   */
  Unpacked add(Block block, Map<Integer, RegisterId> registers) {
    return block.tell(new Ear(block.bootId(), registers));
  }

  /** Hears a batch that is not stored yet, if it is of this pump. */
  void add(Batch batch, PumpId pump, String boot) {
    if (!batch.pump().equals(pump)) {
      return;
    }
    for (Sample sample : batch.samples()) {
      Weight weight = weight(sample.register());
      long wall = sample.takenAt().wall().toEpochMilli();
      long mono = sample.takenAt().sinceBoot().toMillis();
      switch (sample) {
        case Reading reading -> weight.value(boot, wall, mono, reading.raw());
        case Missing _, Invalid _ -> weight.nothing(boot, wall, mono);
      }
    }
  }

  Map<RegisterId, Extremes> extremes() {
    Map<RegisterId, Extremes> all = new HashMap<>();
    weights.forEach(
        (register, weight) -> weight.extremes().ifPresent(found -> all.put(register, found)));
    return Map.copyOf(all);
  }

  private Weight weight(RegisterId register) {
    return weights.computeIfAbsent(register, _ -> new Weight(from, to));
  }

  private final class Ear implements Hearer {
    private final String boot;
    private final Map<Integer, RegisterId> registers;

    Ear(String boot, Map<Integer, RegisterId> registers) {
      this.boot = boot;
      this.registers = registers;
    }

    @Override
    public void value(int series, long wall, long mono, long raw) {
      if (registers.containsKey(series)) {
        weight(registers.get(series)).value(boot, wall, mono, raw);
      }
    }

    @Override
    public void missing(int series, long wall, long mono) {
      if (registers.containsKey(series)) {
        weight(registers.get(series)).nothing(boot, wall, mono);
      }
    }

    @Override
    public void invalid(int series, long wall, long mono, Fault fault) {
      missing(series, wall, mono);
    }
  }
}

package io.pumphouse.hal.modbus;

import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The plans of one pump, kept for as long as they are right: the same few sets of registers are due
 * again and again, and planning costs more processor time than asking. Confined to the bus thread.
 */
final class Plans {
  private static final int KEPT = 16;

  private final ReadPlan plan;
  private final Cuts cuts;
  private final Function<RegisterId, Register> lookup;
  private final Map<List<RegisterId>, Plan> kept = new HashMap<>();
  private final Map<List<RegisterId>, Block> requests = new HashMap<>();
  private int cutsThen;
  private Duration turnaroundThen = Duration.ZERO;

  private record Plan(List<Block> blocks, List<PlannedRead> reads) {}

  Plans(ReadPlan plan, Cuts cuts, Function<RegisterId, Register> lookup) {
    this.plan = plan;
    this.cuts = cuts;
    this.lookup = lookup;
  }

  List<PlannedRead> reads(Collection<RegisterId> asked, RequestCost cost) {
    return plan(asked, cost).reads();
  }

  List<Block> blocks(Collection<RegisterId> asked, RequestCost cost) {
    return plan(asked, cost).blocks();
  }

  /** The request that was planned for exactly these registers, in this order, if still right. */
  Optional<Block> planned(Collection<RegisterId> asked) {
    return cuts.version() == cutsThen
        ? Optional.ofNullable(requests.get(List.copyOf(asked)))
        : Optional.empty();
  }

  private Plan plan(Collection<RegisterId> asked, RequestCost cost) {
    if (cutsThen != cuts.version() || !turnaroundThen.equals(cost.turnaround())) {
      forget();
      cutsThen = cuts.version();
      turnaroundThen = cost.turnaround();
    }
    List<RegisterId> key = List.copyOf(asked);
    Plan known = kept.get(key);
    return known == null ? keep(key, cost) : known;
  }

  private Plan keep(List<RegisterId> asked, RequestCost cost) {
    if (kept.size() >= KEPT) {
      forget();
    }
    List<Block> blocks = plan.blocks(asked.stream().map(lookup).toList(), cuts, cost);
    List<PlannedRead> reads = new ArrayList<>();
    for (Block block : blocks) {
      requests.put(block.ids(), block);
      Question.Read read = block.question();
      long busy =
          block.isListed()
              ? cost.nanosListed(read.space(), read.count())
              : cost.nanos(read.space(), read.count());
      reads.add(new PlannedRead(block.ids(), block.span(), Duration.ofNanos(busy)));
    }
    Plan made = new Plan(blocks, List.copyOf(reads));
    kept.put(asked, made);
    return made;
  }

  private void forget() {
    kept.clear();
    requests.clear();
  }
}

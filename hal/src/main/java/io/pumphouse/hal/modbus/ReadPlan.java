package io.pumphouse.hal.modbus;

import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Space;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Puts registers into as few requests as the model allows. A gap between two registers is bridged
 * only where the map knows every address in it: an address nobody has described may cost the whole
 * request. Immutable.
 */
final class ReadPlan {
  private final Model model;
  private final Map<Space, BitSet> mapped = new EnumMap<>(Space.class);

  ReadPlan(RegisterMap map) {
    this.model = map.model();
    for (Space space : Space.values()) {
      mapped.put(space, new BitSet());
    }
    map.registers().forEach(row -> mapped(row.space()).set(row.address(), row.end()));
  }

  private BitSet mapped(Space space) {
    return mapped.getOrDefault(space, new BitSet());
  }

  /** The requests that ask for these registers, each register in exactly one. */
  List<Block> blocks(Collection<Register> asked, Cuts cuts) {
    List<Block> blocks = new ArrayList<>();
    List<Register> open = new ArrayList<>();
    for (Register next : sorted(asked)) {
      if (!open.isEmpty() && !joins(new Block(open), next, cuts)) {
        blocks.add(new Block(open));
        open.clear();
      }
      open.add(next);
    }
    if (!open.isEmpty()) {
      blocks.add(new Block(open));
    }
    return blocks;
  }

  private static List<Register> sorted(Collection<Register> asked) {
    return asked.stream()
        .distinct()
        .sorted(Comparator.comparing(Register::space).thenComparingInt(Register::address))
        .toList();
  }

  private boolean joins(Block block, Register next, Cuts cuts) {
    Space space = block.space();
    int from = block.address();
    int end = Math.max(block.end(), next.end());
    return next.space() == space
        && end - from <= mostPerRequest(space)
        && mapped(space).nextClearBit(from) >= end
        && isReadable(space, from, end)
        && !cuts.divide(space, from, end);
  }

  private int mostPerRequest(Space space) {
    return space.isBits() ? model.bitsPerRequest() : model.registersPerRequest();
  }

  private boolean isReadable(Space space, int from, int end) {
    return model.readable().isEmpty()
        || model.readable().stream().anyMatch(range -> range.covers(space, from, end));
  }
}

package io.pumphouse.hal.modbus;

import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Space;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts registers into the requests that keep the line busy for the least time. A gap between two
 * registers is bridged only where the map knows every address in it: an address nobody has
 * described may cost the whole request. Immutable.
 *
 * <p>Only runs of neighbours, by rising address, need be looked at. Whether registers may share a
 * request is a matter of the span from the first address to the last, and what is allowed for a
 * span is allowed for every part of it; a register whose own span is not allowed (none of whose
 * company is) is put aside first and asked alone. Let two requests of a plan reach into each other.
 * If one span lies inside the other, its registers can join the other for nothing, which saves a
 * request. If not, the one that begins first can hand every register from the beginning of the
 * other on to that other: its own span shrinks, the other's stays, and no span costs more for being
 * shorter. So some cheapest plan has no two requests that reach into each other, which is one of
 * runs; and the cheapest plan of runs is the cheapest first run with the cheapest plan of the rest.
 */
final class ReadPlan {
  private final Model model;
  private final Map<Space, BitSet> sharing = new EnumMap<>(Space.class);
  private final boolean hasList;

  /**
   * A planner for this map.
   *
   * @param listed the registers in the pump's LOG.SET, which alone may share a request on a model
   *     with {@link Quirk#LOG_SET}; of no meaning for others
   */
  ReadPlan(RegisterMap map, Set<RegisterId> listed) {
    this.model = map.model();
    this.hasList = model.quirks().contains(Quirk.LOG_SET);
    for (Space space : Space.values()) {
      sharing.put(space, new BitSet());
    }
    map.registers().stream()
        .filter(row -> !hasList || listed.contains(row.id()))
        .forEach(row -> sharing(row.space()).set(row.address(), row.end()));
  }

  /** The addresses that a request for several registers may touch. */
  private BitSet sharing(Space space) {
    return sharing.getOrDefault(space, new BitSet());
  }

  /** The requests that ask for these registers, each register in exactly one; by address. */
  List<Block> blocks(Collection<Register> asked, Cuts cuts, RequestCost cost) {
    List<Block> blocks = new ArrayList<>();
    Map<Space, List<Register>> bySpace = new EnumMap<>(Space.class);
    for (Register register : sorted(asked)) {
      if (mayShare(register.space(), register.address(), register.end(), cuts)) {
        bySpace.computeIfAbsent(register.space(), _ -> new ArrayList<>()).add(register);
      } else {
        blocks.add(new Block(List.of(register)));
      }
    }
    bySpace.values().forEach(row -> blocks.addAll(cheapest(row, cuts, cost)));
    blocks.sort(Comparator.comparing(Block::space).thenComparingInt(Block::address));
    return List.copyOf(blocks);
  }

  private static List<Register> sorted(Collection<Register> asked) {
    return asked.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Register::address).thenComparingInt(Register::end))
        .toList();
  }

  /**
   * From the last register back: the cheapest plan of each tail, longest first request on a tie.
   */
  private List<Block> cheapest(List<Register> row, Cuts cuts, RequestCost cost) {
    int[] next = new int[row.size()];
    long[] nanos = new long[row.size() + 1];
    for (int first = row.size() - 1; first >= 0; first--) {
      Space space = row.get(first).space();
      int from = row.get(first).address();
      nanos[first] = Long.MAX_VALUE;
      int end = row.get(first).end();
      for (int last = first; last < row.size(); last++) {
        end = Math.max(end, row.get(last).end());
        if (!mayShare(space, from, end, cuts)) {
          break;
        }
        long total = nanos(cost, space, end - from) + nanos[last + 1];
        if (total <= nanos[first]) {
          nanos[first] = total;
          next[first] = last + 1;
        }
      }
    }
    return cut(row, next);
  }

  /** On a model with a LOG.SET only what is in it comes this far. */
  private long nanos(RequestCost cost, Space space, int count) {
    return hasList ? cost.nanosListed(space, count) : cost.nanos(space, count);
  }

  private List<Block> cut(List<Register> row, int[] next) {
    List<Block> blocks = new ArrayList<>();
    for (int first = 0; first < row.size(); first = next[first]) {
      List<Register> run = row.subList(first, next[first]);
      blocks.add(hasList ? Block.listed(run) : new Block(run));
    }
    return blocks;
  }

  private boolean mayShare(Space space, int from, int end, Cuts cuts) {
    return end - from <= mostPerRequest(space)
        && sharing(space).nextClearBit(from) >= end
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

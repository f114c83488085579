package io.pumphouse.hal.modbus;

import static java.util.stream.Collectors.toSet;

import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.AddressRange;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Space;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A small planning problem out of a seed, with every rule a plan must keep, and the cheapest way to
 * keep them found by trying every partition there is. Shares no code with the planner: bytes are
 * counted and rules are judged here anew.
 */
final class PlanCase {
  private final Random random;
  final List<Register> rows = new ArrayList<>();
  final List<Register> asked = new ArrayList<>();
  final Set<RegisterId> listed = new HashSet<>();
  final Cuts cuts = new Cuts();
  final RequestCost cost;
  private final Set<Integer> cutBefore = new HashSet<>();
  private final List<AddressRange> ranges = new ArrayList<>();
  private final boolean hasLogSet;
  private final int most;
  private final int mostBits;
  private final boolean isTcp;
  private final long byteNanos;
  private final long turnaroundNanos;
  private final long silenceNanos;

  PlanCase(long seed) {
    random = new Random(seed);
    most = 2 + random.nextInt(12);
    mostBits = 1 + random.nextInt(20);
    hasLogSet = random.nextInt(4) == 0;
    isTcp = random.nextInt(3) == 0;
    fillRows();
    chooseRanges();
    chooseCuts();
    Duration pause = Duration.ofMillis(random.nextInt(3) * 5L);
    Wiring wiring =
        isTcp
            ? new Wiring.Tcp("pump.lan", 502)
            : new Wiring.Serial(
                "/dev/ttyUSB0", random.nextBoolean() ? 9600 : 1200, Wiring.Parity.NONE, 1);
    Timing timing = Timing.of(wiring, Duration.ofSeconds(1), pause);
    byteNanos = timing.perByte().toNanos();
    silenceNanos = Math.max(timing.gap().toNanos(), pause.toNanos());
    turnaroundNanos = random.nextInt(4) * 7_000_000L;
    cost =
        new RequestCost(
            isTcp ? Framing.TCP : Framing.RTU, timing, Duration.ofNanos(turnaroundNanos));
  }

  private void fillRows() {
    int address = 0;
    for (int i = 0; i < 12; i++) {
      Space space = random.nextInt(4) == 0 ? Space.COIL : Space.INPUT;
      RegisterType type = random.nextInt(3) == 0 ? RegisterType.U32 : RegisterType.U16;
      // Now and then a hole, now and then two rows that overlap.
      address += random.nextInt(5) == 0 ? 1 + random.nextInt(3) : 0;
      address -= random.nextInt(8) == 0 && address > 0 ? 1 : 0;
      Register row = Bench.register(space, address, space.isBits() ? RegisterType.BIT : type);
      if (rows.stream().noneMatch(other -> other.id().equals(row.id()))) {
        rows.add(row);
      }
      if (random.nextInt(3) > 0) {
        listed.add(row.id());
      }
      address = row.end();
    }
    List<Register> shuffled = new ArrayList<>(rows);
    java.util.Collections.shuffle(shuffled, random);
    asked.addAll(shuffled.subList(0, 1 + random.nextInt(7)));
  }

  private void chooseRanges() {
    for (int from = 0; random.nextInt(3) == 0 && from < 20; from += 4) {
      Space space = random.nextInt(4) == 0 ? Space.COIL : Space.INPUT;
      ranges.add(new AddressRange(space, from, from + 2 + random.nextInt(10)));
    }
  }

  private void chooseCuts() {
    for (int i = random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(20);
      cuts.before(Space.INPUT, at);
      cutBefore.add(at);
    }
    if (random.nextInt(3) == 0) {
      Register bad = rows.get(random.nextInt(rows.size()));
      cuts.around(bad);
      if (bad.space() == Space.INPUT) {
        cutBefore.addAll(List.of(bad.address(), bad.end()));
      }
    }
  }

  RegisterMap map() {
    Model model =
        new Model(
            "case",
            "Case",
            Set.of(isTcp ? Wire.TCP : Wire.RTU),
            WordOrder.LOW_FIRST,
            most,
            mostBits,
            Duration.ZERO,
            Duration.ofSeconds(1),
            ranges,
            2,
            List.of(0),
            hasLogSet ? Set.of(Quirk.LOG_SET) : Set.of(),
            Map.of());
    return new RegisterMap(model, rows, new EnumMap<>(Metric.class));
  }

  boolean isLegal(List<Register> group) {
    Space space = group.getFirst().space();
    if (group.size() == 1) {
      return true;
    }
    int from = group.stream().mapToInt(Register::address).min().orElseThrow();
    int end = group.stream().mapToInt(Register::end).max().orElseThrow();
    return group.stream().allMatch(row -> row.space() == space)
        && end - from <= (space.isBits() ? mostBits : most)
        && IntStream.range(from, end).allMatch(address -> isSharing(space, address))
        && (ranges.isEmpty() || ranges.stream().anyMatch(range -> range.covers(space, from, end)))
        && IntStream.range(from + 1, end).noneMatch(address -> isCut(space, address));
  }

  private boolean isSharing(Space space, int address) {
    return rows.stream()
        .filter(row -> !hasLogSet || listed.contains(row.id()))
        .anyMatch(row -> row.space() == space && row.address() <= address && address < row.end());
  }

  /** A bad coil is cut out through {@link Cuts} as well. */
  private boolean isCut(Space space, int address) {
    return space == Space.INPUT
        ? cutBefore.contains(address)
        : cuts.divide(space, address - 1, address + 1);
  }

  long nanos(List<Register> group) {
    int from = group.stream().mapToInt(Register::address).min().orElseThrow();
    int end = group.stream().mapToInt(Register::end).max().orElseThrow();
    boolean isBits = group.getFirst().space().isBits();
    int values = isBits ? (end - from + 7) / 8 : 2 * (end - from);
    int frames = isTcp ? 12 + 9 + values : 8 + 5 + values;
    return frames * byteNanos + turnaroundNanos + silenceNanos;
  }

  /** The cost of the cheapest legal partition, by trying them all. */
  long cheapest() {
    return cheapest(0, new ArrayList<>(), Set.copyOf(asked).stream().toList());
  }

  private long cheapest(int next, List<List<Register>> groups, List<Register> all) {
    if (next == all.size()) {
      return groups.stream().allMatch(this::isLegal)
          ? groups.stream().mapToLong(this::nanos).sum()
          : Long.MAX_VALUE;
    }
    long best = Long.MAX_VALUE;
    for (int i = 0; i <= groups.size(); i++) {
      if (i == groups.size()) {
        groups.add(new ArrayList<>());
      }
      groups.get(i).add(all.get(next));
      best = Math.min(best, cheapest(next + 1, groups, all));
      groups.get(i).removeLast();
      if (groups.get(i).isEmpty()) {
        groups.remove(i);
        break;
      }
    }
    return best;
  }

  @Override
  public String toString() {
    String names = asked.stream().map(Register::id).collect(toSet()) + " of " + rows.size();
    return names + ", most " + most + ", ranges " + ranges + ", cuts before " + cutBefore;
  }
}

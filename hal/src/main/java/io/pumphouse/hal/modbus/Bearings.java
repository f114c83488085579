package io.pumphouse.hal.modbus;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.modbus.OffsetProbe.Found;
import io.pumphouse.hal.modbus.OffsetProbe.NotFound;
import io.pumphouse.hal.reading.Fault;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the registers of one device lie, as far as that is known. A device that answers, but
 * believably nowhere, is not searched again for a while: a search takes some twenty requests, and
 * else each request that is due would begin one. So long it is told as it was when last searched.
 * Confined to the bus thread.
 */
final class Bearings {
  private static final Duration HOLDS = Duration.ofSeconds(10);

  private final ModbusBus bus;
  private final int unit;
  private final RegisterMap map;
  private Optional<Integer> last = Optional.empty();
  private Optional<NotFound> nowhere = Optional.empty();

  Bearings(ModbusBus bus, int unit, RegisterMap map) {
    this.bus = bus;
    this.unit = unit;
    this.map = map;
  }

  /** Finds out, beginning where they were before. */
  OffsetProbe.Result look() {
    if (map.model().offsets().size() == 1) {
      return new Found(map.model().offsets().getFirst());
    }
    nowhere = nowhere.filter(this::holds);
    return nowhere.isPresent() ? now(nowhere.get()) : search();
  }

  private boolean holds(NotFound found) {
    return bus.now().sinceBoot().minus(found.at().sinceBoot()).compareTo(HOLDS) < 0;
  }

  private OffsetProbe.Result search() {
    OffsetProbe.Result result = new OffsetProbe(bus, unit, map).probe(last);
    switch (result) {
      case Found(int offset) -> last = Optional.of(offset);
      case NotFound found -> nowhere = Optional.of(now(found)).filter(Bearings::hasSpoken);
    }
    return result;
  }

  /** The search itself may have taken longer than its outcome holds. */
  private NotFound now(NotFound found) {
    return new NotFound(found.fault(), found.link(), bus.now());
  }

  /** In a whole answer. Silence and damage may be over with the next, and are to be counted. */
  private static boolean hasSpoken(NotFound found) {
    return found.fault() instanceof Fault.Implausible || found.fault() instanceof Fault.Refused;
  }
}

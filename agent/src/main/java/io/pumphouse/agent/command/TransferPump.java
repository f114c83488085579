package io.pumphouse.agent.command;

import io.pumphouse.hal.reading.PumpId;
import java.util.Optional;
import java.util.Set;

/** Which pump somebody means whose history is taken along. Pure. */
final class TransferPump {
  private TransferPump() {}

  /** The one of this name; the only one if none is typed. */
  static Optional<PumpId> of(Transfer transfer, String typed) {
    Set<PumpId> pumps = transfer.pumps().keySet();
    return pumps.stream()
        .filter(id -> typed.isEmpty() ? pumps.size() == 1 : id.name().equals(typed))
        .findFirst();
  }
}

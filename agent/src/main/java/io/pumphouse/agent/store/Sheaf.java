package io.pumphouse.agent.store;

import io.pumphouse.agent.store.pack.Bundle;
import io.pumphouse.agent.store.pack.Strands;
import io.pumphouse.agent.store.pack.Unpacked;
import io.pumphouse.agent.store.pack.Unpacker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Blocks of one boot that follow each other in the order of wall time, so that reading them as one
 * block changes nothing for anyone. Confined to one thread.
 */
final class Sheaf {
  /** Two hours of 55 registers every 5 s; unpacked some 3 MB, whatever the poll interval. */
  private static final int MOST_SAMPLES = 80_000;

  private final Strands strands = new Strands();
  private final List<Part> parts = new ArrayList<>();

  /** Whether a part can go on where the last one ended. */
  boolean takes(Part part) {
    return parts.isEmpty() || isNextTo(part);
  }

  /** One that cannot be read stays as it is. */
  void add(Part part) {
    if (part.block().tell(strands) instanceof Unpacked.Whole) {
      parts.add(part);
    }
  }

  List<Part> parts() {
    return List.copyOf(parts);
  }

  /** The number of the boot of all parts. */
  long boot() {
    return parts.getFirst().boot();
  }

  Strands strands() {
    return strands;
  }

  /** All in one; empty if that is no gain, or if it does not say the very same when unpacked. */
  Optional<byte[]> bound() {
    if (parts.size() < 2) {
      return Optional.empty();
    }
    byte[] payload = Bundle.pack(strands);
    Strands again = new Strands();
    boolean isSame =
        Unpacker.unpack(payload, again) instanceof Unpacked.Whole && again.equals(strands);
    return isSame ? Optional.of(payload) : Optional.empty();
  }

  private boolean isNextTo(Part part) {
    Part first = parts.getFirst();
    long since = part.fromMono() - first.fromMono();
    return part.boot() == first.boot()
        && since >= 0
        && since < Loose.MILLIS
        && strands.size() < MOST_SAMPLES;
  }
}

package io.pumphouse.agent.store;

import io.pumphouse.agent.store.pack.Hearer;
import io.pumphouse.agent.store.pack.Unpacked;
import io.pumphouse.agent.store.pack.Unpacker;

/** One row of the block table, still packed. Confined to one thread. */
final class Block {
  private final Spot spot;
  private final String bootId;
  private final long shift;
  private final byte[] payload;

  /**
   * @param shift what to add to the wall times in it, because the clock was wrong
   */
  Block(Spot spot, String bootId, long shift, byte[] payload) {
    this.spot = spot;
    this.bootId = bootId;
    this.shift = shift;
    this.payload = payload;
  }

  /** Where it stands in the order of wall time. */
  Spot spot() {
    return spot;
  }

  long id() {
    return spot.id();
  }

  /** Which boot of the machine its times since boot count from. */
  String bootId() {
    return bootId;
  }

  /** How many samples are in it. */
  long headcount() {
    return Headcount.of(payload);
  }

  Unpacked tell(Hearer hearer) {
    return Unpacker.unpack(payload, shift == 0 ? hearer : new Shifted(hearer, shift));
  }
}

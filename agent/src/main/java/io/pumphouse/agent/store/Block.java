package io.pumphouse.agent.store;

/** One row of the block table, still packed. Confined to one thread. */
final class Block {
  private final long id;
  private final String bootId;
  private final byte[] payload;

  Block(long id, String bootId, byte[] payload) {
    this.id = id;
    this.bootId = bootId;
    this.payload = payload;
  }

  /** Rises from block to block, in the order they were heard. */
  long id() {
    return id;
  }

  /** Which boot of the machine its times since boot count from. */
  String bootId() {
    return bootId;
  }

  Unpacked tell(Hearer hearer) {
    return Unpacker.unpack(payload, hearer);
  }
}

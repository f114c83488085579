package io.pumphouse.agent.store.pack;

import java.io.Serial;

/** These bytes are not a block as this agent writes them. */
public final class DamagedBlock extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  DamagedBlock(String why) {
    super(why);
  }

  DamagedBlock(String why, Throwable cause) {
    super(why, cause);
  }
}

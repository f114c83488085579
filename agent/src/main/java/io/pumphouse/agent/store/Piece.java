package io.pumphouse.agent.store;

import io.pumphouse.agent.store.roll.Chunk;

/** Where the values of a stretch of time are read from. Times in milliseconds since 1970. */
sealed interface Piece {
  long from();

  long to();

  /** From the steps of a chunk that begin in the stretch. */
  record Stored(Chunk chunk, long from, long to) implements Piece {}

  /** From the readings themselves. */
  record Raw(long from, long to) implements Piece {}
}

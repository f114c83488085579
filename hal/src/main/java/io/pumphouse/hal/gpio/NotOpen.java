package io.pumphouse.hal.gpio;

/** What is said of an output that the board does not hold. */
final class NotOpen {
  private NotOpen() {}

  static Board.Failed failed(Output output) {
    return new Board.Failed(output.key() + ": the board is not open", "see: pumphouse status");
  }
}

package io.pumphouse.hal.gpio;

/** What a pin is for. */
public sealed interface Use permits Output, Input {
  /** The key it has under {@code gpio:} in the configuration: {@code sg-ready.a}. */
  String key();
}

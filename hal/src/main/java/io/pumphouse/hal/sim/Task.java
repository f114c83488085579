package io.pumphouse.hal.sim;

/** What the compressor works for. */
enum Task {
  NOTHING,
  HEATING,
  HOT_WATER
}

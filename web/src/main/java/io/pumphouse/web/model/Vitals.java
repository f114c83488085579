package io.pumphouse.web.model;

/**
 * How the machine fares. Immutable.
 *
 * @param cpu the share of all cores that was busy lately, 0 to 1
 * @param memoryFree bytes that programs can still have
 * @param memoryTotal bytes
 * @param celsius how hot the processor is
 * @param power whether the supply holds its voltage
 */
public record Vitals(
    Figure cpu, Figure memoryFree, Figure memoryTotal, Figure celsius, Power power) {
  /** A number, or none where the machine does not tell. */
  public sealed interface Figure {
    /** What it says. */
    record Known(double value) implements Figure {}

    /** It does not tell. */
    record Unknown() implements Figure {}
  }

  /** The voltage of the supply, as a Pi watches it. */
  public enum Power {
    /** High enough since the machine started. */
    WELL,
    /** High enough now, but too low once since the machine started. */
    WAS_LOW,
    /** Too low now. */
    LOW,
    /** The machine does not tell. */
    UNKNOWN
  }
}

package io.pumphouse.hal.reading;

/**
 * Whether a register may be written, and how far, as far as its maker's word is known. What is
 * believable when read says nothing about it: a room of 55 °C can be measured, but nobody may ask
 * for one. Immutable.
 */
public sealed interface Access {
  /** The maker only lets it be read. */
  record ReadOnly() implements Access {}

  /** A setting of which nobody here knows how far it may go: it is only read. */
  record LimitsUnknown() implements Access {}

  /**
   * A setting with the maker's limits; a button has one number that it takes.
   *
   * @param lowest the lowest raw number that may be written
   * @param highest the highest such raw number
   */
  record Within(long lowest, long highest) implements Access {
    public Within {
      if (lowest > highest) {
        throw new IllegalArgumentException(
            "limits " + lowest + ".." + highest + " exclude every value");
      }
    }

    /** Whether this raw number may be written. */
    public boolean allows(long raw) {
      return raw >= lowest && raw <= highest;
    }
  }
}

package io.pumphouse.hal.reading;

/**
 * The number a technician knows a register by, as the maker prints it: {@code 30002} (NIBE), {@code
 * i13} (Thermia), {@code 0x0209} (IVT). Unique within a register map.
 *
 * @param name the maker's number, never empty
 */
public record RegisterId(String name) implements Comparable<RegisterId> {
  public RegisterId {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a register id is never empty");
    }
  }

  /** Spelt out, as is the hash: every sample of every poll is looked up by it, several times. */
  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof RegisterId(String its) && name.equals(its));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public int compareTo(RegisterId other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}

package io.pumphouse.web.model;

import java.util.Arrays;
import java.util.Optional;

/** What somebody may do; each role may do all that those before it may. The word is public. */
public enum Role {
  /** Looks. */
  VIEWER("viewer"),
  /** Looks, changes settings of the pump that the configuration allows, and resets its alarms. */
  TECHNICIAN("technician"),
  /** All that, and says who else may. */
  OWNER("owner");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
  }

  /** Whether whoever has this role may do what the other may. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}

package io.pumphouse.web.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a pump is told by its two SG Ready inputs. The word is public. */
public enum SgReady {
  /** It must not run; two hours at a time at most. */
  BLOCKED(1, true, false),
  /** It decides for itself. */
  NORMAL(2, false, false),
  /** It is advised to run more; no order to start. */
  RECOMMENDED(3, false, true),
  /** It is ordered to start. */
  FORCED(4, true, true);

  private final int number;
  private final boolean isA;
  private final boolean isB;

  SgReady(int number, boolean isA, boolean isB) {
    this.number = number;
    this.isA = isA;
    this.isB = isB;
  }

  /** Whether input A is closed. */
  public boolean isA() {
    return isA;
  }

  /** Whether input B is closed. */
  public boolean isB() {
    return isB;
  }

  /** As the label counts them, 1 to 4. */
  public int number() {
    return number;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@code 3 recommended}. */
  public String words() {
    return number() + " " + word();
  }

  /** The state somebody means by its word or its number, or empty if it is none. */
  public static Optional<SgReady> of(String typed) {
    return Arrays.stream(values())
        .filter(each -> typed.equals(each.word()) || typed.equals("" + each.number()))
        .findFirst();
  }
}

package io.pumphouse.web.model;

/**
 * How long something ran.
 *
 * @param hours within the time that values cover
 * @param share of that time, 0 to 1
 */
public record RunTime(Reckoned hours, Reckoned share) {
  /** It is not known. */
  public static RunTime unknown(String why) {
    return new RunTime(new Reckoned.Unknown(why), new Reckoned.Unknown(why));
  }
}

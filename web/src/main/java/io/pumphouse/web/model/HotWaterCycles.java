package io.pumphouse.web.model;

/**
 * Charges of the hot-water tank that began and ended within the time, each of two minutes or more.
 *
 * @param count how many
 * @param perDay how many in 24 hours of covered time
 * @param minutes how long one takes in the mean
 * @param heat kWh of heat that one takes in the mean
 * @param electricity kWh of electricity that one takes in the mean
 */
public record HotWaterCycles(
    Reckoned count, Reckoned perDay, Reckoned minutes, Reckoned heat, Reckoned electricity) {
  /** They are not known. */
  public static HotWaterCycles unknown(String why) {
    Reckoned none = new Reckoned.Unknown(why);
    return new HotWaterCycles(none, none, none, none, none);
  }
}

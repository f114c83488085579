package io.pumphouse.web.model;

/**
 * Heat for electricity: the sum of one over the sum of the other, only over times when both are
 * known. Never a mean of ratios.
 *
 * @param cop heat over electricity, a plain number
 * @param electricity the electricity that counted, kWh
 * @param heat the heat that counted, kWh
 * @param margin how far off the COP may be because meters count in steps, as a plain number; 19 in
 *     20 are nearer (twice the standard deviation of reading in steps, GUM F.2.2.1); 0 where
 *     nothing is counted or there is no COP
 * @param carnotShare the COP as a share of the ideal one at the temperatures of the time, 0 to 1
 */
public record Efficiency(
    Reckoned cop, double margin, double electricity, double heat, Reckoned carnotShare) {
  /** What rests on no counter. */
  public Efficiency(Reckoned cop, double electricity, double heat, Reckoned carnotShare) {
    this(cop, 0, electricity, heat, carnotShare);
  }

  /** It is not known. */
  public static Efficiency unknown(String why) {
    return new Efficiency(new Reckoned.Unknown(why), 0, 0, new Reckoned.Unknown(why));
  }
}

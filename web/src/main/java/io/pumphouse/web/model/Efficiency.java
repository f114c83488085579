package io.pumphouse.web.model;

/**
 * Heat for electricity: the sum of one over the sum of the other, only over times when both are
 * known. Never a mean of ratios.
 *
 * @param cop heat over electricity, a plain number
 * @param electricity the electricity that counted, kWh
 * @param heat the heat that counted, kWh
 * @param carnotShare the COP as a share of the ideal one at the temperatures of the time, 0 to 1
 */
public record Efficiency(Reckoned cop, double electricity, double heat, Reckoned carnotShare) {}

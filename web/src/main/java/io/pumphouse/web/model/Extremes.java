package io.pumphouse.web.model;

/**
 * Lowest, mean and highest of a register over a time, in raw steps; {@code Register.scale()} makes
 * them quantities.
 *
 * @param lowest the lowest raw value
 * @param mean the mean, each value weighted by how long it held
 * @param highest the highest raw value
 */
public record Extremes(long lowest, double mean, long highest) {}

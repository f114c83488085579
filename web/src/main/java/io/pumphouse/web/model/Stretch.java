package io.pumphouse.web.model;

/**
 * One register over one step of time, in raw steps; {@code Register.scale()} makes them quantities.
 *
 * @param lowest the lowest raw value
 * @param mean the mean, each value weighted by how long it held
 * @param highest the highest raw value
 * @param last the value that held last
 * @param covered the share of the step that values cover, above 0, at most 1
 */
public record Stretch(long lowest, double mean, long highest, long last, double covered) {}

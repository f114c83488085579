package io.pumphouse.hal.reading;

/**
 * What a pattern of faults on a line points to.
 *
 * @param rule which pattern: {@code wrong-parity}; public, never changes
 * @param words what was seen and what it means
 * @param next what a technician should do about it
 */
public record Advice(String rule, String words, String next) {}

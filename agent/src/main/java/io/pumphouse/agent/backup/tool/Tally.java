package io.pumphouse.agent.backup.tool;

/**
 * How much a tool says it has copied.
 *
 * @param bytes so far
 * @param total of how many, -1 if it does not say
 */
public record Tally(long bytes, long total) {}

package io.pumphouse.web.model;

/**
 * A program that the agent starts, as it is on this machine. Immutable.
 *
 * @param name what it is called; where a type of job is named after it, that too
 * @param path where it is; empty if it is nowhere that the agent looks
 * @param version what it says of itself; empty if it is not there, or does not say
 * @param minimum the oldest version with which jobs are all that they should be; empty if any is
 * @param consequence what that means for jobs, and what to do; empty if all is well
 */
public record JobTool(
    String name, String path, String version, String minimum, String consequence) {}

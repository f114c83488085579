package io.pumphouse.web.model;

/**
 * A program that jobs of one type need, as it is on this machine. Immutable.
 *
 * @param name what it is called, which is also the type of job
 * @param version what it says of itself; empty if it is not there
 * @param consequence what that means for jobs, and what to do; empty if all is well
 */
public record JobTool(String name, String version, String consequence) {}

package io.pumphouse.web.model;

/**
 * The agent as a thing that somebody looks after.
 *
 * @param settings what can be set without touching a file
 * @param logs what it has noted
 * @param installation where it lies and what it is made of
 */
public record Appliance(Settings settings, Logs logs, Installation installation) {}

package io.pumphouse.agent.config;

/**
 * How people reach the pages.
 *
 * @param listen where to listen: a loopback address; port 0 means any free port
 * @param maxClients how many browsers may watch live at once, 1 to 1000
 */
public record WebConfig(Endpoint listen, int maxClients) {}

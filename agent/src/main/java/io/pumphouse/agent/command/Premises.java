package io.pumphouse.agent.command;

/**
 * The machine the agent runs on, for those who stand before it.
 *
 * @param site what its owner calls the place
 * @param consoles sessions of technicians
 * @param addresses the network addresses of the machine
 * @param restarting ends the agent so that it starts anew
 */
public record Premises(
    String site, Consoles consoles, Addresses addresses, Restarting restarting) {}

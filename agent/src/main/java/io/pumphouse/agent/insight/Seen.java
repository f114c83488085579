package io.pumphouse.agent.insight;

import java.time.Instant;

/**
 * The last value of a register.
 *
 * @param moved when it last became another, or was first heard of
 */
record Seen(double value, Instant moved) {}

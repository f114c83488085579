package io.pumphouse.agent.clock;

import java.time.Duration;

/**
 * What to do to the stamps of one era.
 *
 * @param before the time since boot at which the era ended
 * @param by how much to add; zero where the stamps were right
 */
record Correction(Duration before, Duration by) {}

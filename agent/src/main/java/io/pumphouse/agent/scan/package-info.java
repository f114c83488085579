/**
 * Commissioning: finds out how a line is set up and what answers on it, by reading alone. The
 * {@code scan} command calls it; it works on a line of its own, without the agent.
 */
@NullMarked
package io.pumphouse.agent.scan;

import org.jspecify.annotations.NullMarked;

/**
 * The port the agent talks to: a heat pump that can be asked for registers and says how its line
 * is; and what may be measured beside that line. The protocols implement it, the poller and the
 * commands call it.
 */
@NullMarked
package io.pumphouse.hal.pump;

import org.jspecify.annotations.NullMarked;

/**
 * Values over steps of time: how long each held, what that makes of a minute, a quarter of an hour,
 * an hour, a local day, and how many such steps are packed together. Pure functions and
 * accumulators, no database; {@code agent.store} calls it.
 */
@NullMarked
package io.pumphouse.agent.store.roll;

import org.jspecify.annotations.NullMarked;

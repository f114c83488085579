/**
 * The pins of the machine: what hangs on them by name, and a board that takes them, through Pi4J on
 * a Raspberry Pi or in memory anywhere else; and what the pulses of an electricity meter mean.
 * Called by the agent; calls {@code hal.reading} and, for the meter, {@code hal.pump}.
 */
@NullMarked
package io.pumphouse.hal.gpio;

import org.jspecify.annotations.NullMarked;

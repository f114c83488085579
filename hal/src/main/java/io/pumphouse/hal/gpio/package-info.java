/**
 * The pins of the machine: what hangs on them by name, and a board that takes them, through Pi4J on
 * a Raspberry Pi or in memory anywhere else. Knows no heat pump and decides nothing; called by the
 * agent, calls only {@code hal.reading}.
 */
@NullMarked
package io.pumphouse.hal.gpio;

import org.jspecify.annotations.NullMarked;

/**
 * Asks each pump on time, backs off when nobody answers, and hands what was heard to everyone who
 * wants it. Calls {@code hal.pump}; implements {@code LiveReadings}. A subscriber can never delay
 * the bus.
 */
@NullMarked
package io.pumphouse.agent.poll;

import org.jspecify.annotations.NullMarked;

/**
 * The virtual heat pump: a physical model of a ground-source pump in a house, and a slave's content
 * made of it. It sits at the bottom, behind the same line as a real pump, so that everything above
 * it runs unchanged. Called by the composition root and by tests; calls {@code hal.reading}, {@code
 * hal.map}, {@code hal.line} and {@code hal.modbus}.
 */
@NullMarked
package io.pumphouse.hal.sim;

import org.jspecify.annotations.NullMarked;

/**
 * Register maps as data: one CSV per model, every row with its source. The only truth about what a
 * model has and where; a new model is a new file, not new Java. Called by the protocols, the
 * virtual pump and the agent; calls only {@code hal.reading}, and {@code hal.line} for what a
 * serial line is called.
 */
@NullMarked
package io.pumphouse.hal.map;

import org.jspecify.annotations.NullMarked;

/**
 * The composition root, nothing else: constructs every room, starts them in order, closes them in
 * reverse. The one place that knows all rooms and the one that reads the machine's clocks.
 */
@NullMarked
package io.pumphouse.agent.app;

import org.jspecify.annotations.NullMarked;

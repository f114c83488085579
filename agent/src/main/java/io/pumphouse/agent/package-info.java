/**
 * The process: {@code main} and the commands that start one. Calls the command table and the
 * composition root.
 */
@NullMarked
package io.pumphouse.agent;

import org.jspecify.annotations.NullMarked;

/**
 * The guard before every write to a pump: what may be written, to which values, and the event that
 * says who did it and why. Implements {@code web.model.Writes} for the commands and later the API;
 * what it allows goes to {@code agent.poll}, what happened to {@code agent.ledger}.
 */
@NullMarked
package io.pumphouse.agent.write;

import org.jspecify.annotations.NullMarked;

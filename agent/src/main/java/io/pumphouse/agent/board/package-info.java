/**
 * The board at work: keeps its pins open, keeps what its meter counts, and switches its outputs by
 * what the rest of the agent knows. Calls {@code hal.gpio}; remembers through an interface that the
 * ledger implements. Implements {@code web.model.Pins}.
 */
@NullMarked
package io.pumphouse.agent.board;

import org.jspecify.annotations.NullMarked;

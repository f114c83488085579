/**
 * Time that heals: whether the wall clock can be believed, and what was stamped before it could. It
 * may call the model of the surfaces and the vocabulary; store and ledger call its interfaces.
 */
@NullMarked
package io.pumphouse.agent.clock;

import org.jspecify.annotations.NullMarked;

/**
 * What the stored readings mean: power and heat, COP, energy, run time, cycles, findings, and the
 * events that changes of state are. Plain functions over series, read piece by piece so that memory
 * stays bounded. It calls the history, the register maps and the ledger; only {@code agent.app}
 * calls it.
 */
@NullMarked
package io.pumphouse.agent.insight;

import org.jspecify.annotations.NullMarked;

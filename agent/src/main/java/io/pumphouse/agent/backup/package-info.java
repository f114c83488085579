/**
 * Backup jobs: what they are, when they run, and what truly became of each run. Surfaces ask it
 * through {@code web.model.Jobs}; it calls the store's and the ledger's copying, the tools, and the
 * memory that the ledger gives it; {@code agent.app} starts it after the store and closes it
 * before.
 */
@NullMarked
package io.pumphouse.agent.backup;

import org.jspecify.annotations.NullMarked;

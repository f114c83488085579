/**
 * Brings a snapshot back: from the medium alone into side files, checked there, then in the place
 * of what the agent's folder holds, which is kept. The command line and a start of the agent swap;
 * a drill stops after the check. It calls the room that knows what lies on media, and SQLite to
 * look at copies; it needs neither jobs nor ledger, for on a new machine there are none.
 */
@NullMarked
package io.pumphouse.agent.backup.restore;

import org.jspecify.annotations.NullMarked;

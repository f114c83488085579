/**
 * What the readings did just before and after an alarm: the last minutes at full rate in memory,
 * written once when an alarm starts. Listens to the feed and to alarms; implements {@code
 * Recordings}; the ledger is its shelf.
 */
@NullMarked
package io.pumphouse.agent.blackbox;

import org.jspecify.annotations.NullMarked;

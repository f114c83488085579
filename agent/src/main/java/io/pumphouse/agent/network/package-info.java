/**
 * The network addresses of this machine: what they are, and another one through the system's own
 * tool, undone unless it is confirmed. Calls NetworkManager's {@code nmcli}; verbs of {@code
 * agent.command} call it.
 */
@NullMarked
package io.pumphouse.agent.network;

import org.jspecify.annotations.NullMarked;

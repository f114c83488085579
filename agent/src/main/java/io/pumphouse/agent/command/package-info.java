/**
 * The command table: one implementation of each verb, used by the command line through the local
 * socket and by the console. Verbs see only {@code web.model} and the pumps' registers; {@code
 * agent.app} gives them a desk to work at.
 */
@NullMarked
package io.pumphouse.agent.command;

import org.jspecify.annotations.NullMarked;

/**
 * The technician's console: a session over any line of keys and text, a serial port or a terminal
 * on this machine. Every order goes through the command table, with the rights of whoever logged
 * in; {@code agent.app} opens the room. JLine is loaded with the first session, not before.
 */
@NullMarked
package io.pumphouse.agent.console;

import org.jspecify.annotations.NullMarked;

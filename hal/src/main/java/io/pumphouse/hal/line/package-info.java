/**
 * Bytes in, bytes out, with a deadline: serial ports, TCP sockets, and a scripted line for tests.
 * Knows no protocol. Called by the protocols ({@code hal.modbus}) and by the virtual pump; calls
 * only {@code hal.reading}.
 */
@NullMarked
package io.pumphouse.hal.line;

import org.jspecify.annotations.NullMarked;

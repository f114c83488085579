/**
 * The Husdata H1, a gateway that reads a pump by itself and tells what it knows in lines of text on
 * a serial port: the pump behind it, and a gateway that answers as it would. Called by the
 * composition root; implements {@code hal.pump} over {@code hal.line}, and its gateway speaks for a
 * {@code hal.modbus.RegisterBank}.
 */
@NullMarked
package io.pumphouse.hal.husdata;

import org.jspecify.annotations.NullMarked;

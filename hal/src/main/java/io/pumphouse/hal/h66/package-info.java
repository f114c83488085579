/**
 * The Husdata H60 and H66, gateways that read a pump by themselves and show what they know on pages
 * of their own: the pump behind one, read in one request a round, and a gateway that answers as it
 * would. Speaks as much HTTP and JSON as that takes (docs/decisions/022). Called by the composition
 * root; implements {@code hal.pump} over {@code hal.line}, and its gateway speaks for a {@code
 * hal.modbus.RegisterBank}.
 */
@NullMarked
package io.pumphouse.hal.h66;

import org.jspecify.annotations.NullMarked;

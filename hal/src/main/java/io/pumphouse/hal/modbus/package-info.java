/**
 * Modbus, both ways: framing (RTU, TCP), one transaction at a time, the read plan, and a slave that
 * answers through the same framing code. The messages but reads are j2mod's; what goes over the
 * line, when, and what is believed, is ours. Called by the agent's composition root and by {@code
 * hal.sim}; implements {@code hal.pump} over {@code hal.line}.
 */
@NullMarked
package io.pumphouse.hal.modbus;

import org.jspecify.annotations.NullMarked;

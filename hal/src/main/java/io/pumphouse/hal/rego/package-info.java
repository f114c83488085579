/**
 * The service port of an IVT Rego 600 to 637, both ways: the frames, one transaction at a time, a
 * pump that is asked through it, and a slave that answers as one. The protocol has no addresses and
 * a weak check, so much of this is about what may be believed. Called by the agent's composition
 * root; implements {@code hal.pump} over {@code hal.line}, and answers from the register bank of
 * {@code hal.modbus}.
 */
@NullMarked
package io.pumphouse.hal.rego;

import org.jspecify.annotations.NullMarked;

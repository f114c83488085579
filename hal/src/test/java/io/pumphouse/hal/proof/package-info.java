/**
 * The proof that a bus tells the truth: a truthful device, a line full of mischief, and an oracle
 * that knows what the device said to which question. Knows no protocol; what one brings is a {@link
 * io.pumphouse.hal.proof.Subject}. Tests run it by the ten thousand, {@code scripts/bench proof} by
 * the million.
 */
@NullMarked
package io.pumphouse.hal.proof;

import org.jspecify.annotations.NullMarked;

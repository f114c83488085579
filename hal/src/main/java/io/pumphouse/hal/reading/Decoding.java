package io.pumphouse.hal.reading;

import java.math.BigDecimal;

/**
 * One way to read the words of a register.
 *
 * @param type the layout: {@code s16}, {@code float32}
 * @param order which word comes first where there are two: {@code low-first}, {@code high-first};
 *     else empty
 * @param raw the number that the words make
 * @param value what it means in the register's unit; a float is a quantity already and not scaled
 * @param verdict what speaks against it; empty if nothing does
 * @param isMapped whether this is how the register map reads it
 * @param isLikely whether this is the way to believe; true of one at most
 */
public record Decoding(
    String type,
    String order,
    BigDecimal raw,
    BigDecimal value,
    String verdict,
    boolean isMapped,
    boolean isLikely) {
  public Decoding believed() {
    return new Decoding(type, order, raw, value, verdict, isMapped, true);
  }
}

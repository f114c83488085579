package io.pumphouse.hal.reading;

import java.math.BigDecimal;
import java.util.Set;

/**
 * One row of a register map: where a number lives in the device, how it is laid out, and what it
 * means.
 *
 * @param id the maker's number for it
 * @param space the address space
 * @param address the zero-based address inside the protocol's frame, 0 to 65535
 * @param type layout and sign
 * @param scale what one raw step is worth, in {@code unit}; never zero
 * @param unit what the scaled number is measured in
 * @param access whether and how far the maker lets it be written (a guard, not a permission)
 * @param lowest the lowest raw number that is believable when read
 * @param highest the highest such raw number
 * @param absent raw numbers by which the device says that no such sensor is fitted
 * @param label what to call it: our word for a core metric, else the maker's short title
 * @param source where the row comes from: a key into the map's list of documents
 */
public record Register(
    RegisterId id,
    Space space,
    int address,
    RegisterType type,
    BigDecimal scale,
    Unit unit,
    Access access,
    long lowest,
    long highest,
    Set<Long> absent,
    String label,
    String source) {

  public Register {
    absent = Set.copyOf(absent);
    if (address < 0 || address + space.addresses(type) > 0x1_0000) {
      throw new IllegalArgumentException(id + ": address " + address + " is outside 0..65535");
    }
    if (scale.signum() == 0) {
      throw new IllegalArgumentException(
          id + ": a scale of zero would turn every number into zero");
    }
    if (space.isBits() != (type == RegisterType.BIT)) {
      throw new IllegalArgumentException(
          id + ": " + type.word() + " does not fit space " + space.word());
    }
    if (lowest > highest) {
      throw new IllegalArgumentException(
          id + ": limits " + lowest + ".." + highest + " exclude every value");
    }
    if (access instanceof Access.Within(long from, long to) && (from < lowest || to > highest)) {
      throw new IllegalArgumentException(
          id + ": what may be written, " + from + ".." + to + ", would not be believed when read");
    }
  }

  /**
   * A row whose setting, if it is one, takes every number that is believable.
   *
   * @param isSetting whether it may be written at all
   */
  public Register(
      RegisterId id,
      Space space,
      int address,
      RegisterType type,
      BigDecimal scale,
      Unit unit,
      boolean isSetting,
      long lowest,
      long highest,
      Set<Long> absent,
      String label,
      String source) {
    this(
        id,
        space,
        address,
        type,
        scale,
        unit,
        isSetting ? new Access.Within(lowest, highest) : new Access.ReadOnly(),
        lowest,
        highest,
        absent,
        label,
        source);
  }

  /** Whether the maker lets it be written, even if nobody here knows how far. */
  public boolean isSetting() {
    return !(access instanceof Access.ReadOnly);
  }

  /** Whether it may be written: the maker lets it be, within limits that are known. */
  public boolean isWritable() {
    return access instanceof Access.Within;
  }

  /** The first address after this register. */
  public int end() {
    return address + space.addresses(type);
  }

  /** What the raw number means, exact, in {@link #unit()}; a code without decimal places. */
  public BigDecimal decimal(long raw) {
    BigDecimal value = scale.multiply(BigDecimal.valueOf(raw));
    return isCodeInSteps() && isWhole(value) ? value.setScale(0) : value;
  }

  /** How many decimal places its values have: those of one raw step, and none for codes. */
  public int places() {
    return unit == Unit.CODE ? 0 : Math.max(0, scale.stripTrailingZeros().scale());
  }

  /** Some gateways send a code times ten, like everything else: 100 for code 10. */
  private boolean isCodeInSteps() {
    return unit == Unit.CODE && scale.scale() > 0;
  }

  private static boolean isWhole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0;
  }

  /**
   * What a raw number heard from the device amounts to: a value, "not fitted", or a number that
   * cannot be true.
   */
  public Sample judge(long raw, Moment takenAt) {
    if (absent.contains(raw)) {
      return new Missing(id, takenAt);
    }
    if (raw < lowest || raw > highest || (isCodeInSteps() && !isWhole(decimal(raw)))) {
      return new Invalid(id, takenAt, new Fault.Implausible(raw));
    }
    return new Reading(id, takenAt, raw);
  }
}

package io.pumphouse.hal.gpio;

/**
 * One pin of the 40-pin header.
 *
 * @param bcm its number as the Broadcom chip counts, {@value #LOWEST} to {@value #HIGHEST}; 0 and 1
 *     belong to the identification of a HAT
 * @param isActiveLow whether a low level means on; an input is then pulled up, otherwise down
 */
public record Pin(int bcm, boolean isActiveLow) {
  public static final int LOWEST = 2;
  public static final int HIGHEST = 27;

  public Pin {
    if (bcm < LOWEST || bcm > HIGHEST) {
      throw new IllegalArgumentException("gpio " + bcm + " is not on the header");
    }
  }

  /** Whether the level is high while what hangs on the pin is on, or off. */
  public boolean isHighWhen(boolean isOn) {
    return isOn != isActiveLow;
  }

  @Override
  public String toString() {
    return "gpio " + bcm + (isActiveLow ? " active-low" : "");
  }
}

package io.pumphouse.web.model;

import java.util.Locale;

/** What a pump works on. */
public enum Mode {
  HEATING,
  HOT_WATER,
  COOLING,
  POOL,
  DEFROST,
  /** Nothing. */
  IDLE,
  /** It does not say. */
  UNKNOWN;

  /** The word in the API: {@code hot_water}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.pumphouse.hal.h66;

import java.util.Arrays;
import java.util.Optional;

/**
 * The cables that a gateway is known to name, by the first two characters of {@code status.H1ver}
 * (peterarandis/husdata-h60-homey, drivers/H60/device.js; 40 unverified).
 */
enum Cable {
  REGO_600("00", "an IVT with Rego 600", "husdata-h66-ivt"),
  REGO_2000("10", "an IVT with Rego 2000", ""),
  REGO_1000("30", "an IVT with Rego 1000", ""),
  NIBE("40", "a NIBE F (EB100)", "husdata-h66-nibe");

  private final String code;
  private final String pump;
  private final String model;

  Cable(String code, String pump, String model) {
    this.code = code;
    this.pump = pump;
    this.model = model;
  }

  static Optional<Cable> of(String code) {
    return Arrays.stream(values()).filter(cable -> cable.code.equals(code)).findFirst();
  }

  String code() {
    return code;
  }

  /** Whose cable has this code, in words. */
  static String words(String code) {
    return "cable " + code + of(code).map(cable -> ", for " + cable.pump).orElse("");
  }

  /** What to do where a gateway has this cable and the configuration another pump. */
  static String next(String code) {
    return of(code)
        .map(cable -> cable.model)
        .filter(model -> !model.isEmpty())
        .map(model -> "write model: " + model + " at this pump")
        .orElse("no map for it is shipped; one of your own is told of in docs/husdata.md");
  }
}

package io.pumphouse.agent.insight;

import java.util.Optional;

/**
 * What the circulation pumps of a NIBE F draw at a speed: {@code low + (high - low) x speed³}.
 * Figures of beolink/HA-Nibe-Easyconf, nibe_local_easyconf/fseries.py.
 *
 * @param heatingLow W of the heating pump at its slowest
 * @param heatingHigh W at full speed
 * @param brineLow W of the brine pump at its slowest
 * @param brineHigh W at full speed
 */
record PumpCurve(double heatingLow, double heatingHigh, double brineLow, double brineHigh) {
  private static final double PERCENT = 100;

  /** The pumps of a machine of 6, 12 or 16 kW; empty for any other size. */
  static Optional<PumpCurve> of(int kilowatts) {
    return switch (kilowatts) {
      case 6 -> Optional.of(new PumpCurve(2, 63, 10, 87));
      case 12 -> Optional.of(new PumpCurve(2, 60, 3, 180));
      case 16 -> Optional.of(new PumpCurve(10, 87, 20, 180));
      default -> Optional.empty();
    };
  }

  double heating(double percent) {
    return watts(heatingLow, heatingHigh, percent);
  }

  double brine(double percent) {
    return watts(brineLow, brineHigh, percent);
  }

  /** A pump that stands still draws nothing here; the 15 W of the controller are apart. */
  private static double watts(double low, double high, double percent) {
    return percent <= 0 ? 0 : low + (high - low) * Math.pow(percent / PERCENT, 3);
  }
}

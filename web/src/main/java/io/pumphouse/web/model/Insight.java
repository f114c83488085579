package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;
import java.util.List;

/**
 * What the stored readings mean. Thread-safe; each question reads the database piece by piece, so
 * ask on a thread that may wait. Ask only for pumps that exist.
 */
public interface Insight {
  /** What asking for a chart gives. */
  sealed interface Charted {
    record Drawn(Chart chart) implements Charted {}

    /**
     * The pump does not have one of them.
     *
     * @param name the first that it does not have
     * @param known what it has
     */
    record NoSuchMetric(String name, List<String> known) implements Charted {
      public NoSuchMetric {
        known = List.copyOf(known);
      }
    }
  }

  /**
   * Metrics over time, those of registers and {@link Derived} ones alike.
   *
   * @param metrics public names: {@code outdoor_temp}, {@code register:30002}, {@code cop}
   * @param points at most so many steps, 1 to {@link History#MOST_POINTS}
   */
  Charted chart(PumpId pump, List<String> metrics, Span span, int points);

  /** The key figures. */
  Summary summary(PumpId pump, Span span);

  /** Where the energy came from and where it went. */
  EnergyFlow energyFlow(PumpId pump, Span span);

  /** What should be looked at, the surest first; none where nothing stands out. */
  List<Finding> findings(PumpId pump, Span span);
}

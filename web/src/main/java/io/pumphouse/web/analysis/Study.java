package io.pumphouse.web.analysis;

import io.pumphouse.web.model.PumpStatus;
import java.util.List;

/**
 * Everything on the page of analysis. Public because compiled templates live in a package of their
 * own.
 *
 * @param pump the pump
 * @param wish the time
 * @param labels what the key figures are called
 * @param reckonings the key figures; none while the browser is to fetch them later
 * @param panels the charts
 * @param shades what may lie behind the charts
 */
public record Study(
    PumpStatus pump,
    Wish wish,
    List<String> labels,
    List<Reckoning> reckonings,
    List<Panel> panels,
    List<Shade> shades) {
  public Study {
    labels = List.copyOf(labels);
    reckonings = List.copyOf(reckonings);
    panels = List.copyOf(panels);
    shades = List.copyOf(shades);
  }
}

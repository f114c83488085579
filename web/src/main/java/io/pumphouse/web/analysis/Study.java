package io.pumphouse.web.analysis;

import io.pumphouse.web.model.Finding;
import io.pumphouse.web.model.PumpStatus;
import java.util.List;

/**
 * Everything on the page of analysis. Public because compiled templates live in a package of their
 * own.
 *
 * @param pump the pump
 * @param wish the time
 * @param figures the key figures
 * @param days each calendar day, newest first
 * @param findings what should be looked at
 * @param panels the charts
 */
public record Study(
    PumpStatus pump,
    Wish wish,
    List<KeyFigure> figures,
    List<Day> days,
    List<Finding> findings,
    List<Panel> panels) {
  public Study {
    figures = List.copyOf(figures);
    days = List.copyOf(days);
    findings = List.copyOf(findings);
    panels = List.copyOf(panels);
  }
}

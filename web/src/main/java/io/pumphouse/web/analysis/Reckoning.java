package io.pumphouse.web.analysis;

import io.pumphouse.web.model.Finding;
import java.util.List;

/**
 * What takes a look at every reading of the time. Public because compiled templates live in a
 * package of their own.
 *
 * @param figures the key figures
 * @param bill what the cost rests on
 * @param facts what the charts take from them
 * @param days each calendar day, newest first
 * @param findings what should be looked at
 */
public record Reckoning(
    List<KeyFigure> figures, Bill bill, Facts facts, List<Day> days, List<Finding> findings) {
  public Reckoning {
    figures = List.copyOf(figures);
    days = List.copyOf(days);
    findings = List.copyOf(findings);
  }
}

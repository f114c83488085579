package io.pumphouse.agent.health;

import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.Health.Report;

/** The health board in one line, for {@code systemctl status}. Pure. */
public final class StatusLine {
  private StatusLine() {}

  /**
   * The worst first thing to know.
   *
   * @param scene what the agent works on: {@code 2 buses}
   */
  public static String of(String scene, Report report) {
    int wrong = 0;
    String first = "";
    for (Check check : report.checks()) {
      if (!check.isWell()) {
        first = wrong == 0 ? check.name() + ": " + check.cause() : first;
        wrong++;
      }
    }
    if (wrong == 0) {
      return scene + ", all is well";
    }
    return scene + ", " + (wrong == 1 ? "" : wrong + " things need a look, first ") + first;
  }
}

package io.pumphouse.agent.doctor;

import io.pumphouse.web.model.Doctor.Grade;
import io.pumphouse.web.model.Doctor.Sign;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.Health.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The health board of the running agent.
 *
 * @param health asked each time
 */
public record BoardExam(Health health) implements Exam {
  /** Without these nothing is measured or kept; the rest can wait. */
  private static final Set<String> VITAL =
      Set.of("store", "ledger", "files", "feed", "watchdog", "checkup");

  @Override
  public List<Sign> signs() {
    Health.Report report = health.report();
    List<Sign> signs = new ArrayList<>(report.checks().stream().map(BoardExam::sign).toList());
    if (!report.isPolling()) {
      signs.add(
          Sign.bad(
              "polling",
              "a poll loop does not come round",
              "systemd restarts the agent; without it: sudo systemctl restart pumphouse"));
    }
    return signs;
  }

  /** A line of the board as a sign. */
  public static Sign sign(Check check) {
    boolean isVital = VITAL.contains(check.name()) || check.name().startsWith("pump ");
    Grade grade = check.isWell() ? Grade.WELL : isVital ? Grade.BAD : Grade.LOOK;
    return new Sign(check.name(), grade, check.cause(), check.next());
  }
}

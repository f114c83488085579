package io.pumphouse.web.backup;

import io.pumphouse.web.model.JobProgress;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunPhase;
import io.pumphouse.web.model.RunState;
import io.pumphouse.web.page.Age;
import io.pumphouse.web.page.Amount;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import java.time.Duration;
import java.time.Instant;

/**
 * One run in words. Public because compiled templates live in a package of their own.
 *
 * @param name what the job is called, or was
 * @param type of the job; empty once that is deleted
 * @param status the state or the outcome, as the API has it
 * @param word the same for people
 * @param phase what it is busy with; empty unless it runs
 * @param percent from 0 to 100; empty while it is not known
 * @param copied how much, and of how much
 * @param speed empty while it is not known
 * @param left how long it still takes; empty unless it runs
 * @param by who or what started it
 * @param began when, by the site's clocks
 * @param changed when it came to its state
 * @param ago the same from now
 * @param took from beginning to end; empty unless it has ended
 * @param cause in English; empty if nothing is wrong
 * @param next in English; empty if nothing need be done
 */
public record RunView(
    long id,
    String job,
    String name,
    String type,
    String status,
    String word,
    String phase,
    String percent,
    String copied,
    String speed,
    String left,
    String by,
    String began,
    String changed,
    String ago,
    String took,
    int attempts,
    boolean isVerified,
    String cause,
    String next) {

  static RunView of(Tongue tongue, Pages pages, Instant now, Whose whose, JobRun run) {
    RunState state = run.state();
    JobProgress so = run.progress();
    boolean runs = state instanceof RunState.Running;
    return new RunView(
        run.id(),
        run.job(),
        whose.name(),
        whose.type(),
        state.word(),
        tongue.say("run." + state.word()),
        state instanceof RunState.Running(var phase) ? phase(tongue, whose.type(), phase) : "",
        so.percent() == JobProgress.UNKNOWN ? "" : "" + so.percent(),
        copied(tongue, so),
        !runs || so.speed() == JobProgress.UNKNOWN ? "" : Amount.bytes(tongue, so.speed()) + "/s",
        runs ? left(tongue, so) : "",
        by(tongue, run.reason()),
        pages.moment(tongue, run.began()),
        pages.moment(tongue, run.changed()),
        Age.coarse(tongue, Duration.between(run.changed(), now)),
        state.isEnded() ? Age.exact(Duration.between(run.began(), run.changed())) : "",
        run.attempts(),
        run.isVerified(),
        run.cause(),
        run.next());
  }

  /** A drill reads where the others copy. */
  private static String phase(Tongue tongue, String type, RunPhase phase) {
    String word = phase.word();
    return tongue.sayOr("js.phase." + type + "." + word, tongue.say("js.phase." + word));
  }

  private static String copied(Tongue tongue, JobProgress so) {
    String bytes = Amount.bytes(tongue, so.bytes());
    return so.totalBytes() == JobProgress.UNKNOWN
        ? bytes
        : tongue.say("js.of", bytes, Amount.bytes(tongue, so.totalBytes()));
  }

  private static String left(Tongue tongue, JobProgress so) {
    return so.etaSeconds() == JobProgress.UNKNOWN
        ? tongue.say("js.left-unknown")
        : tongue.say("js.left", Age.exact(Duration.ofSeconds(so.etaSeconds())));
  }

  private static String by(Tongue tongue, String reason) {
    String after = "recovery by ";
    if (reason.startsWith(after)) {
      return tongue.say("run.by.recovery", reason.substring(after.length()));
    }
    return reason.equals("schedule")
        ? tongue.say("run.by.schedule")
        : tongue.say("run.by.user", reason);
  }

  /** Whether it has not ended. */
  public boolean isUnderWay() {
    return !phase.isEmpty()
        || status.equals("pending")
        || status.equals("pausing")
        || status.equals("paused");
  }
}

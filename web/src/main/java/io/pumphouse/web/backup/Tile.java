package io.pumphouse.web.backup;

import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobType;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import io.pumphouse.web.page.Age;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * One job on the page. Public because compiled templates live in a package of their own.
 *
 * @param type {@code snapshot}, {@code rsync}, {@code rclone} or {@code drill}
 * @param from what it copies; empty for the agent's own data
 * @param to where it copies to
 * @param status of its newest run, as the API has it; {@code never} before the first
 * @param word the same for people
 * @param schedule when it runs by itself
 * @param verified when its newest verified backup was made; empty if there is none
 * @param verifiedAgo the same from now
 * @param next when it runs next by itself, or why it does not
 * @param latest its newest run; empty before the first
 * @param orders what can be ordered about it now
 */
public record Tile(
    String id,
    String name,
    String type,
    String from,
    String to,
    String status,
    String word,
    String schedule,
    boolean isEnabled,
    boolean isOverdue,
    String verified,
    String verifiedAgo,
    String next,
    List<RunView> latest,
    List<JobOrder> orders) {
  private static final RunState NONE_YET = new RunState.Ended(RunOutcome.SUCCEEDED);

  public Tile {
    latest = List.copyOf(latest);
    orders = List.copyOf(orders);
  }

  static Tile of(Tongue tongue, Pages pages, Instant now, JobCard card) {
    BackupJob job = card.job();
    RunState state = card.latest().stream().map(run -> run.state()).findFirst().orElse(NONE_YET);
    String status = card.latest().isEmpty() ? "never" : state.word();
    return new Tile(
        job.id(),
        job.name(),
        job.type().word(),
        source(job.type()),
        job.type().destination(),
        status,
        tongue.say("run." + status),
        card.settings().getOrDefault("schedule", ""),
        job.isEnabled(),
        card.isOverdue(),
        card.verified().stream().map(at -> pages.moment(tongue, at)).findFirst().orElse(""),
        card.verified().stream()
            .map(at -> Age.coarse(tongue, Duration.between(at, now)))
            .findFirst()
            .orElse(""),
        next(tongue, pages, card),
        card.latest().stream()
            .map(run -> RunView.of(tongue, pages, now, Whose.of(job), run))
            .toList(),
        Arrays.stream(JobOrder.values()).filter(order -> order.suits(job, state)).toList());
  }

  private static String source(JobType type) {
    return switch (type) {
      case JobType.Snapshot _, JobType.Drill _ -> "";
      case JobType.Rsync(var from, _, _) -> from;
      case JobType.Rclone(var from, _, _) -> from;
    };
  }

  private static String next(Tongue tongue, Pages pages, JobCard card) {
    return switch (card.next()) {
      case JobCard.Next.At(var when) -> pages.moment(tongue, when);
      case JobCard.Next.NotPlanned(var why) ->
          tongue.sayOr("not-planned." + why.replace(' ', '-'), why);
    };
  }

  /** Whether its newest run has not ended. */
  public boolean isUnderWay() {
    return latest.stream().anyMatch(RunView::isUnderWay);
  }

  /** Whether what it makes or reads lies among what the media hold. */
  public boolean isOnMedia() {
    return type.equals("snapshot") || type.equals("drill");
  }

  /** Whether something about it needs a look. */
  public boolean isInTrouble() {
    return isOverdue || List.of("failed", "interrupted", "skipped", "warned").contains(status);
  }
}

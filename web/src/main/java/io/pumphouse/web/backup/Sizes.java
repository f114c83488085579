package io.pumphouse.web.backup;

import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import io.pumphouse.web.page.Amount;
import io.pumphouse.web.page.Tongue;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each of the newest good runs copied: of a snapshot, that is how large the backup is. Public
 * because compiled templates live in a package of their own.
 *
 * @param bars oldest first
 * @param words the same for who does not see them
 */
public record Sizes(List<Bar> bars, String words) {
  private static final int STEP = 13;
  private static final int TALLEST = 60;
  private static final int NARROWEST = 40;

  public Sizes {
    bars = List.copyOf(bars);
  }

  /** One run; drawn upwards from the floor. */
  public record Bar(int x, int y, int height, String words) {}

  static Sizes of(Tongue tongue, List<JobRun> newestFirst) {
    List<JobRun> good = newestFirst.stream().filter(Sizes::isGood).toList().reversed();
    long most = good.stream().mapToLong(Sizes::bytes).max().orElse(0);
    if (good.size() < 2 || most == 0) {
      return new Sizes(List.of(), "");
    }
    return new Sizes(
        IntStream.range(0, good.size())
            .mapToObj(at -> bar(tongue, at, good.get(at), most))
            .toList(),
        tongue.say(
            "course.sizes.words",
            good.size(),
            Amount.bytes(tongue, bytes(good.getFirst())),
            Amount.bytes(tongue, bytes(good.getLast()))));
  }

  private static boolean isGood(JobRun run) {
    return run.state().equals(new RunState.Ended(RunOutcome.SUCCEEDED))
        || run.state().equals(new RunState.Ended(RunOutcome.WARNED));
  }

  private static long bytes(JobRun run) {
    return run.progress().bytes();
  }

  private static Bar bar(Tongue tongue, int at, JobRun run, long most) {
    int height = (int) Math.max(1, TALLEST * bytes(run) / most);
    return new Bar(at * STEP, TALLEST - height, height, Amount.bytes(tongue, bytes(run)));
  }

  /** How wide the drawing is. */
  public int width() {
    return Math.max(bars.size(), NARROWEST) * STEP;
  }
}

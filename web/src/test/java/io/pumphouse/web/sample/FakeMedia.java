package io.pumphouse.web.sample;

import io.pumphouse.web.model.Chore;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.Media;
import io.pumphouse.web.model.Medium;
import io.pumphouse.web.model.Restoring;
import io.pumphouse.web.model.RetentionPreview;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * One medium with one backup of {@code nightly}, until others are put in its place; it says what
 * was asked of it.
 */
public final class FakeMedia implements Media {
  private final List<Path> files;
  private volatile List<Medium> media = List.of(Sticks.nightly());
  private volatile Restoring restoring = Restoring.NOTHING;
  private volatile List<Chore> chores = List.of();
  private volatile CountDownLatch hold = new CountDownLatch(0);

  FakeMedia(List<Path> files) {
    this.files = files;
  }

  /** From now on there are these. */
  public void put(List<Medium> all) {
    media = List.copyOf(all);
  }

  /** From now on this is to be restored, or was. */
  public void stand(Restoring now) {
    restoring = now;
  }

  /** From now on this is done, or was last. */
  public void stand(Chore now) {
    chores = List.of(now);
  }

  /** From now on orders take until this is at zero. */
  public void hold(CountDownLatch until) {
    hold = until;
  }

  private JobAnswer done(String said) {
    try {
      hold.await();
      return new JobAnswer.Done(said);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new JobAnswer.Refused("the agent is stopped", "");
    }
  }

  @Override
  public List<Medium> media() {
    return media;
  }

  @Override
  public RetentionPreview retentionPreview(String job) {
    return Shelves.foreseen(job);
  }

  @Override
  public RetentionPreview retentionPreview(String job, Map<String, Integer> keep) {
    return Shelves.foreseen(keep.getOrDefault("last", 3));
  }

  @Override
  public JobAnswer verify(String backup) {
    return done("verified " + backup);
  }

  @Override
  public JobAnswer delete(String backup, boolean isForced, String who) {
    return isForced
        ? done(who + " deleted " + backup)
        : new JobAnswer.Refused("it is the last good one", "force it");
  }

  @Override
  public JobAnswer restore(String backup) {
    return done("restores " + backup);
  }

  @Override
  public Restoring restoring() {
    return restoring;
  }

  @Override
  public Optional<Chore> chore() {
    return chores.stream().findFirst();
  }

  @Override
  public JobAnswer withdrawRestore() {
    return done("withdrawn");
  }

  @Override
  public List<Path> files(String backup) {
    return backup.equals("nightly.pumphouse-1") ? files : List.of();
  }

  @Override
  public JobAnswer eject(String medium, String who) {
    return done(who + " ejected " + medium);
  }
}

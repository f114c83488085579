package io.pumphouse.web.sample;

import io.pumphouse.web.model.BackupFate;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.Media;
import io.pumphouse.web.model.Medium;
import io.pumphouse.web.model.RetentionPreview;
import io.pumphouse.web.model.StoredBackup;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** One medium with one backup of {@code nightly}; it says what was asked of it. */
final class FakeMedia implements Media {
  private static final Instant TAKEN = Instant.parse("2026-01-10T02:30:00Z");
  private static final String ID = "nightly.pumphouse-1";
  private static final StoredBackup BACKUP =
      new StoredBackup(ID, "nightly", "nightly", true, TAKEN, TAKEN, 5, "");

  private final List<Path> files;

  FakeMedia(List<Path> files) {
    this.files = files;
  }

  @Override
  public List<Medium> media() {
    List<String> jobs = List.of("nightly");
    return List.of(
        new Medium("nightly", "/media/stick", jobs, true, "", "", 100, 40, List.of(BACKUP)));
  }

  @Override
  public RetentionPreview retentionPreview(String job) {
    return new RetentionPreview.Foreseen(
        List.of(new BackupFate(BACKUP, true, List.of("last 1 of 3"))), "");
  }

  @Override
  public JobAnswer verify(String backup) {
    return new JobAnswer.Done("verified " + backup);
  }

  @Override
  public JobAnswer delete(String backup, boolean isForced, String who) {
    return isForced
        ? new JobAnswer.Done(who + " deleted " + backup)
        : new JobAnswer.Refused("it is the last good one", "force it");
  }

  @Override
  public JobAnswer restore(String backup) {
    return new JobAnswer.Done("restores " + backup);
  }

  @Override
  public JobAnswer withdrawRestore() {
    return new JobAnswer.Done("withdrawn");
  }

  @Override
  public List<Path> files(String backup) {
    return backup.equals(ID) ? files : List.of();
  }

  @Override
  public JobAnswer eject(String medium, String who) {
    return new JobAnswer.Done(who + " ejected " + medium);
  }
}

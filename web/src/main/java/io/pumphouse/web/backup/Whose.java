package io.pumphouse.web.backup;

import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.JobCard;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Of which job a run is, as far as that is still known.
 *
 * @param name what people call the job; its id once it is deleted
 * @param type {@code snapshot}, {@code rsync}, {@code rclone} or {@code drill}; empty once it is
 *     deleted
 */
record Whose(String name, String type) {
  static Whose of(BackupJob job) {
    return new Whose(job.name(), job.type().word());
  }

  /** The one of this id among these. */
  static Whose among(Map<String, Whose> all, String job) {
    return all.getOrDefault(job, new Whose(job, ""));
  }

  /** All of them by their ids. */
  static Map<String, Whose> all(List<JobCard> cards) {
    return cards.stream().map(JobCard::job).collect(Collectors.toMap(BackupJob::id, Whose::of));
  }
}

package io.pumphouse.web.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lies on the media that snapshots go to. Thread-safe; everything here reads or writes a
 * medium, which may take minutes: ask on a thread that may wait. One thing at a time is done with
 * media, and none while a run is under way that it would disturb: then it is refused.
 */
public interface Media {
  /** The destinations of all snapshot jobs, whether they are there or not. */
  List<Medium> media();

  /** What the next good run of this job would delete, and what it would keep, and why. */
  RetentionPreview retentionPreview(String job);

  /**
   * The same for a job that kept so many, as somebody thinks about it.
   *
   * @param keep as {@link BackupJob#keep()} has it
   */
  RetentionPreview retentionPreview(String job, Map<String, Integer> keep);

  /** Reads a backup through where it lies; refused if it is damaged, which is noted there. */
  JobAnswer verify(String backup);

  /**
   * Deletes a backup.
   *
   * @param isForced also the last good one of its job, or one of another agent
   * @param who for the events
   */
  JobAnswer delete(String backup, boolean isForced, String who);

  /** Copies a backup beside the agent's files and checks it; the next start swaps it in. */
  JobAnswer restore(String backup);

  /** What is to be restored, and what was; quick. */
  Restoring restoring();

  /** What is done with a medium now, or was last since the agent began; quick. */
  Optional<Chore> chore();

  /** Takes back {@link #restore} as long as the agent has not started again. */
  JobAnswer withdrawRestore();

  /** The files of a backup on its medium, to be sent; none if it is not there, or not whole. */
  List<Path> files(String backup);

  /** Writes everything out, unmounts the medium, and says whether it may be pulled. */
  JobAnswer eject(String medium, String who);
}

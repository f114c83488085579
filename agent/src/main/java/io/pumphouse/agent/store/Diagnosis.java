package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Trouble;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.web.model.Health.Check;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How the store is, in words.
 *
 * @param standing how storing goes
 * @param isStuck whether samples wait although no attempt failed: the disk hangs, or a bug
 * @param dropped samples lost for want of room
 * @param unreadable blocks that were met and could not be read
 * @param space how much there is on the disk
 * @param copied readings that were copied from damaged files
 * @param damaged files that were moved aside and still lie there
 */
record Diagnosis(
    Standing standing,
    boolean isStuck,
    long dropped,
    int unreadable,
    Floor.Space space,
    long copied,
    List<Path> damaged) {
  private static final String NAME = "store";

  Diagnosis {
    damaged = List.copyOf(damaged);
  }

  /**
   * @param bytes what the file takes on the disk
   */
  Check check(Moment now, long bytes) {
    if (standing instanceof Standing.Refused(Trouble trouble)) {
      return Check.degraded(NAME, trouble.cause() + losses(), trouble.next());
    }
    if (isStuck) {
      return Check.degraded(
          NAME,
          "samples wait to be stored and no commit comes to an end; " + progress(now) + losses(),
          "look at the agent's log and at the kernel's; the card may hang and need replacing");
    }
    if (space instanceof Floor.Space.Low(long free, long floor)) {
      return Check.degraded(
          NAME,
          "only"
              + size(free)
              + " are free on the disk, and"
              + size(floor)
              + " should be; the oldest readings are given up"
              + losses(),
          "free some space on the disk or use a larger one; what is rolled up is kept");
    }
    if (!damaged.isEmpty()) {
      return Check.degraded(
          NAME,
          "a damaged file was moved aside to "
              + damaged.getLast()
              + "; storing goes on in a new one; readings copied back: "
              + copied,
          "copy the damaged file away if its readings matter, then delete it");
    }
    if (unreadable > 0) {
      return Check.degraded(
          NAME,
          unreadable + " damaged blocks were skipped" + losses(),
          "look at the kernel log; the card may be worn out and need replacing");
    }
    return Check.well(NAME, progress(now) + "," + size(bytes) + losses());
  }

  private String progress(Moment now) {
    return switch (standing) {
      case Standing.Untried _, Standing.Refused _ -> "not opened yet";
      case Standing.Ready _ -> "nothing to commit yet";
      case Standing.Stored(Moment at) -> "last commit " + at.ageAt(now).toSeconds() + " s ago";
    };
  }

  private static String size(long bytes) {
    return String.format(Locale.ROOT, " %.1f MiB", bytes / 1048576.0);
  }

  private String losses() {
    return dropped == 0 ? "" : "; " + dropped + " samples were dropped for want of room";
  }
}

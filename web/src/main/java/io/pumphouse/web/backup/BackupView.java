package io.pumphouse.web.backup;

import io.pumphouse.web.model.Health;
import java.util.List;

/**
 * What the page of backups shows. Public because compiled templates live in a package of their own.
 *
 * @param rights of whoever looks
 * @param sayings what came of the order before; none or one
 * @param wrong what keeps backups from working, in English
 * @param restore what is to be restored
 * @param stats how they stand
 * @param active the runs that have not ended
 * @param recent the newest runs
 * @param tiles the jobs
 * @param course what became of them over time
 * @param overdue how many jobs are
 */
public record BackupView(
    Rights rights,
    List<Saying> sayings,
    List<Health.Check> wrong,
    RestoreView restore,
    List<Stat> stats,
    List<RunView> active,
    List<RunView> recent,
    Tiles tiles,
    Course course,
    long overdue) {
  public BackupView {
    sayings = List.copyOf(sayings);
    wrong = List.copyOf(wrong);
    stats = List.copyOf(stats);
    active = List.copyOf(active);
    recent = List.copyOf(recent);
  }

  /** Whether there is no job at all, and not only none that can be read. */
  public boolean isEmpty() {
    return wrong.isEmpty() && tiles.asked().isAll() && tiles.found() == 0;
  }
}

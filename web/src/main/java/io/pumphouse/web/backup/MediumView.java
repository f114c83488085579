package io.pumphouse.web.backup;

import io.pumphouse.web.model.Medium;
import io.pumphouse.web.page.Amount;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One medium and what lies there, in words. Public because compiled templates live in a package of
 * their own.
 *
 * @param jobs the names of the jobs that write there, by their ids
 * @param trouble what is wrong with it, in English; empty if nothing is
 * @param next what to do about it, in English
 * @param used how much of it is taken, in percent
 * @param backups newest first; not all of them, unless they were asked for
 * @param more how many there are besides
 */
public record MediumView(
    String id,
    String folder,
    Map<String, String> jobs,
    boolean isThere,
    boolean isRemovable,
    String trouble,
    String next,
    String size,
    String free,
    long used,
    Trend trend,
    List<StoredView> backups,
    int more) {
  static final int FEW = 8;

  public MediumView {
    jobs = Map.copyOf(jobs);
    backups = List.copyOf(backups);
  }

  /**
   * In words.
   *
   * @param jobs the names of those that write there, by their ids
   * @param most how many backups to show
   */
  static MediumView of(
      Tongue tongue, Pages pages, Instant now, Medium it, Map<String, String> jobs, int most) {
    return new MediumView(
        it.id(),
        it.folder(),
        jobs,
        it.isThere(),
        it.isRemovable(),
        it.trouble(),
        it.next(),
        Amount.bytes(tongue, it.size()),
        Amount.bytes(tongue, it.free()),
        it.size() == 0 ? 0 : Math.clamp((it.size() - it.free()) * 100 / it.size(), 0, 100),
        Trend.of(tongue, pages, now, it),
        it.backups().stream()
            .limit(most)
            .map(backup -> StoredView.of(tongue, pages, now, it, backup))
            .toList(),
        Math.max(0, it.backups().size() - most));
  }
}

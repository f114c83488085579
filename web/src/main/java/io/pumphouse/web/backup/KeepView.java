package io.pumphouse.web.backup;

import io.pumphouse.web.model.BackupFate;
import io.pumphouse.web.model.FateReason;
import io.pumphouse.web.model.RetentionPreview;
import io.pumphouse.web.page.Age;
import io.pumphouse.web.page.Amount;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the next good run of a job would delete, and why the others stay. Public because compiled
 * templates live in a package of their own.
 *
 * @param words all of it in a sentence; empty if it cannot be told
 * @param held why nothing would go all the same; empty if it would
 * @param going those that would go, newest first
 * @param staying those that would stay, newest first
 * @param cause why it cannot be told, in English; empty if it can
 * @param next what to do about that, in English
 */
public record KeepView(
    String words, String held, Group going, Group staying, String cause, String next) {
  private static final int MOST = 100;

  /**
   * Those of one fate.
   *
   * @param count how many there are
   * @param lines those that are shown
   */
  public record Group(int count, List<Line> lines) {
    static final Group NONE = new Group(0, List.of());

    public Group {
      lines = List.copyOf(lines);
    }

    /** How many are not shown. */
    public int more() {
      return count - lines.size();
    }
  }

  /** One backup, and each thing that speaks for it. */
  public record Line(String taken, String ago, String size, String reasons) {}

  static KeepView of(Tongue tongue, Pages pages, Instant now, RetentionPreview preview) {
    return switch (preview) {
      case RetentionPreview.Unknown(String cause, String next) ->
          new KeepView("", "", Group.NONE, Group.NONE, cause, next);
      case RetentionPreview.Foreseen foreseen -> of(tongue, pages, now, foreseen);
    };
  }

  private static KeepView of(
      Tongue tongue, Pages pages, Instant now, RetentionPreview.Foreseen foreseen) {
    List<BackupFate> going = foreseen.fates().stream().filter(fate -> !fate.isKept()).toList();
    List<BackupFate> staying = foreseen.fates().stream().filter(BackupFate::isKept).toList();
    String held = foreseen.held();
    return new KeepView(
        words(tongue, pages.moment(tongue, foreseen.run()), going, foreseen.fates().size()),
        held.isEmpty() ? "" : tongue.say("keep.held"),
        group(tongue, pages, now, going),
        group(tongue, pages, now, staying),
        "",
        "");
  }

  private static String words(Tongue tongue, String run, List<BackupFate> going, int all) {
    long bytes = going.stream().mapToLong(fate -> fate.backup().bytes()).sum();
    if (all == 0) {
      return tongue.say("keep.empty");
    }
    return going.isEmpty()
        ? tongue.say("keep.nothing", run)
        : tongue.say("keep.some", run, going.size(), all, Amount.bytes(tongue, bytes));
  }

  private static Group group(Tongue tongue, Pages pages, Instant now, List<BackupFate> fates) {
    return new Group(
        fates.size(),
        fates.stream().limit(MOST).map(fate -> line(tongue, pages, now, fate)).toList());
  }

  private static Line line(Tongue tongue, Pages pages, Instant now, BackupFate fate) {
    Instant taken = fate.backup().taken();
    return new Line(
        pages.moment(tongue, taken),
        Age.coarse(tongue, Duration.between(taken, now)),
        Amount.bytes(tongue, fate.backup().bytes()),
        fate.reasons().stream()
            .map(reason -> words(tongue, reason))
            .collect(Collectors.joining("; ")));
  }

  /** Years and weeks stand in one text: {@code 2026 week 7}. */
  private static String words(Tongue tongue, FateReason reason) {
    String[] stretch = reason.stretch().split(" week ", 2);
    return tongue.say(
        "keep.reason." + reason.rule().word(),
        reason.number(),
        reason.of(),
        stretch[0],
        stretch[stretch.length - 1]);
  }
}

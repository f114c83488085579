package io.pumphouse.web.backup;

import io.pumphouse.web.model.Chore;
import io.pumphouse.web.page.Age;
import io.pumphouse.web.page.Amount;
import io.pumphouse.web.page.Tongue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is done with a medium now, or was last, in words. Public because compiled templates live in
 * a package of their own.
 *
 * @param words what is done; what came of it once it is over
 * @param percent from 0 to 100; empty while it is not known
 * @param far how much of how much; empty while that is not known
 * @param ago when it began, from now
 * @param outcome what exactly came of it; empty while it goes on
 */
public record ChoreView(
    String words, String percent, String far, String ago, List<Saying> outcome) {
  public ChoreView {
    outcome = List.copyOf(outcome);
  }

  static ChoreView of(Tongue tongue, Instant now, Chore chore) {
    String about = StoredView.stem(chore.about());
    String order = word(chore.kind());
    List<Saying> outcome =
        chore.answers().stream().map(answer -> Saying.of(tongue, order, about, answer)).toList();
    boolean isCounted = chore.total() > 0 && outcome.isEmpty();
    return new ChoreView(
        outcome.isEmpty()
            ? tongue.say("chore." + chore.kind().word(), about)
            : outcome.getFirst().words(),
        isCounted ? "" + Math.clamp(chore.bytes() * 100 / chore.total(), 0, 100) : "",
        isCounted
            ? tongue.say(
                "js.of", Amount.bytes(tongue, chore.bytes()), Amount.bytes(tongue, chore.total()))
            : "",
        Age.coarse(tongue, Duration.between(chore.began(), now)),
        outcome);
  }

  /** What the texts call it: to delete a job is something else. */
  static String word(Chore.Kind kind) {
    return kind == Chore.Kind.DELETE ? "remove" : kind.word();
  }

  /** Whether it goes on. */
  public boolean isUnderWay() {
    return outcome.isEmpty();
  }

  /** Whether nothing good came of it. */
  public boolean isBad() {
    return outcome.stream().anyMatch(Saying::isBad);
  }

  /** Whether it is worth telling: what was done at once was told at once. */
  static boolean isTold(Chore chore) {
    return !chore.isOver() || chore.took().compareTo(MediaPages.PATIENCE) > 0;
  }
}

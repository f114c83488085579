package io.pumphouse.web.sample;

import io.pumphouse.web.model.Soundness;
import java.time.Duration;
import java.util.List;

/** A file that is read at the first question after it was asked for. Thread-safe. */
final class FakeSoundness implements Soundness {
  private State state = new State.Unasked();

  /** Reading is over once somebody has looked how it stands. */
  @Override
  public synchronized State state() {
    State now = state;
    if (now instanceof State.UnderWay(_, String who)) {
      state = new State.Over(Villa.NOW, who, Duration.ofSeconds(3), result(who));
    }
    return now;
  }

  private static Result result(String who) {
    return who.equals("owner")
        ? new Result.Damaged(List.of("Tree 2 page 7: <b>"))
        : new Result.Sound();
  }

  @Override
  public synchronized State look(String who) {
    state = new State.UnderWay(Villa.NOW, who);
    return state;
  }
}

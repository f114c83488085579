package io.pumphouse.agent.ledger;

import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Soundness.Result;
import io.pumphouse.web.model.Soundness.State;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes who had the file of readings read through, and what came of it. Immutable. */
public final class CheckupWatch implements Consumer<State.Over> {
  private static final Logger LOG = LoggerFactory.getLogger(CheckupWatch.class);

  private final Ledger ledger;
  private final TimeSource time;

  public CheckupWatch(Ledger ledger, TimeSource time) {
    this.ledger = ledger;
    this.time = time;
  }

  @Override
  public void accept(State.Over checked) {
    String text = words(checked.result()) + "; asked by " + checked.who();
    LOG.info("{}: {}", Event.Kind.STORE_CHECKED.word(), text);
    ledger.note(new Event(time.now(), Event.Kind.STORE_CHECKED, "", text));
  }

  private static String words(Result result) {
    return switch (result) {
      case Result.Sound _ -> "the file of readings is sound";
      case Result.Damaged(var where) -> "the file of readings is damaged: " + where.getFirst();
      case Result.Unknown(String cause, _) -> cause;
    };
  }
}

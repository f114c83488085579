package io.pumphouse.agent.ledger;

import io.pumphouse.agent.board.SgChange;
import io.pumphouse.hal.reading.TimeSource;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes what a pump is told by its SG Ready inputs, on whose order and why. Immutable. */
public final class BoardWatch implements Consumer<SgChange> {
  private static final Logger LOG = LoggerFactory.getLogger(BoardWatch.class);

  private final Ledger ledger;
  private final TimeSource time;

  public BoardWatch(Ledger ledger, TimeSource time) {
    this.ledger = ledger;
    this.time = time;
  }

  @Override
  public void accept(SgChange change) {
    String text =
        "from %s to %s, by %s: %s"
            .formatted(change.before().word(), change.now().word(), change.who(), change.why());
    LOG.info("{}: {}", Event.Kind.SG_READY_CHANGED.word(), text);
    ledger.note(new Event(time.now(), Event.Kind.SG_READY_CHANGED, "", text));
  }
}

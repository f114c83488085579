package io.pumphouse.agent.board;

import io.pumphouse.hal.gpio.Board;
import io.pumphouse.hal.gpio.Board.Outcome;
import io.pumphouse.hal.gpio.Edges;
import io.pumphouse.hal.gpio.Pinout;
import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A board that is kept open: tried again and again as long as it cannot be opened. A change is
 * logged. Its beats are confined to the thread of the board; its check is for everybody.
 */
final class KeptBoard implements Duty {
  static final Duration TRY_AGAIN = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(KeptBoard.class);
  private static final String NAME = "board";

  private final Supplier<Board> boards;
  private final Pinout pinout;
  private final Edges edges;
  private final Consumer<Outcome> listener;
  private List<Board> board = List.of();
  private boolean isOpen;
  private long dueAt;
  private volatile Check latest = Check.well(NAME, "not open yet");

  /**
   * A board that nobody has touched yet.
   *
   * @param boards gives the board, once
   * @param listener told how each attempt to open it went
   */
  KeptBoard(
      Supplier<Board> boards, Pinout pinout, Edges edges, Consumer<Outcome> listener, long now) {
    this.boards = boards;
    this.pinout = pinout;
    this.edges = edges;
    this.listener = listener;
    this.dueAt = now;
  }

  @Override
  public void beat(long nanos) {
    if (!isOpen && nanos >= dueAt) {
      dueAt = nanos + TRY_AGAIN.toNanos();
      note(board().open(pinout, edges));
    }
  }

  private Board board() {
    if (board.isEmpty()) {
      board = List.of(boards.get());
    }
    return board.getFirst();
  }

  private void note(Outcome outcome) {
    Check now =
        switch (outcome) {
          case Board.Done _ -> Check.well(NAME, words());
          case Board.Failed(String cause, String next) -> Check.degraded(NAME, cause, next);
        };
    isOpen = now.isWell();
    listener.accept(outcome);
    if (!now.equals(latest)) {
      latest = now;
      log(now);
    }
  }

  private static void log(Check now) {
    if (now.isWell()) {
      LOG.info("{}: {}", now.name(), now.cause());
    } else {
      LOG.warn("{}: {}; {}", now.name(), now.cause(), now.next());
    }
  }

  /** {@code holds gpio 17, gpio 24 active-low}. */
  private String words() {
    List<String> pins = pinout.pins().values().stream().map(Object::toString).toList();
    return "holds " + String.join(", ", pins);
  }

  /** The line {@code board} of the health board. */
  Check check() {
    return latest;
  }

  @Override
  public void end() {
    board.forEach(Board::close);
  }
}

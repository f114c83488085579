package io.pumphouse.agent.board;

import io.pumphouse.hal.gpio.Board;
import io.pumphouse.hal.gpio.Board.Outcome;
import io.pumphouse.hal.gpio.Edges;
import io.pumphouse.hal.gpio.Output;
import io.pumphouse.hal.gpio.Pinout;
import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A board that is kept open: tried again and again as long as it cannot be opened. A change is
 * logged. Thread-safe.
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
  private final Map<Output, Boolean> levels = new EnumMap<>(Output.class);
  private boolean isOpen;
  private long dueAt;
  private volatile Check latest = Check.well(NAME, "not open yet");

  /**
   * A board that nobody has touched yet.
   *
   * @param boards gives the board, once
   * @param listener told how each attempt to open it went, and when it fails afterwards; asks
   *     nothing of the board then
   */
  KeptBoard(
      Supplier<Board> boards, Pinout pinout, Edges edges, Consumer<Outcome> listener, long now) {
    this.boards = boards;
    this.pinout = pinout;
    this.edges = edges;
    this.listener = listener;
    this.dueAt = now;
  }

  /** The listener is told without the lock: it may be about to switch something. */
  @Override
  public void beat(long nanos) {
    if (isDue(nanos)) {
      listener.accept(open());
    }
  }

  private synchronized boolean isDue(long nanos) {
    boolean isDue = !isOpen && nanos >= dueAt;
    dueAt = isDue ? nanos + TRY_AGAIN.toNanos() : dueAt;
    return isDue;
  }

  private synchronized Outcome open() {
    levels.clear();
    Outcome outcome = board().open(pinout, edges);
    note(outcome);
    return outcome;
  }

  /** Switches an output; one that fails is tried again only once the board has been opened anew. */
  synchronized Outcome set(Output output, boolean isOn) {
    if (!isOpen) {
      return new Board.Failed(latest.cause(), latest.next());
    }
    Outcome outcome = board().set(output, isOn);
    switch (outcome) {
      case Board.Done _ -> levels.put(output, isOn);
      case Board.Failed _ -> {
        note(outcome);
        listener.accept(outcome);
      }
    }
    return outcome;
  }

  /** Switches an output if it is not so already and the board is open. */
  synchronized void keep(Output output, boolean isOn) {
    if (isOpen && isOn(output) != isOn) {
      set(output, isOn);
    }
  }

  /** Whether this output is on, as far as it was switched here. */
  synchronized boolean isOn(Output output) {
    return levels.getOrDefault(output, false);
  }

  /** {@code on} or {@code off}; empty while the board is not open, for then nobody knows. */
  synchronized String level(Output output) {
    return isOpen ? isOn(output) ? "on" : "off" : "";
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
  public synchronized void end() {
    board.forEach(Board::close);
  }
}

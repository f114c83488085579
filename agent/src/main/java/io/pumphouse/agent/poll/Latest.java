package io.pumphouse.agent.poll;

import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.LinkState;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The newest sample of everything: one place per register, the newest wins. Thread-safe. */
public final class Latest implements LiveReadings, Subscriber {
  private final Map<PumpId, PumpBoard> boards = new LinkedHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** An empty board for each of these pumps. */
  public Latest(List<Post> posts, TimeSource time) {
    posts.forEach(post -> boards.put(post.assignment().id(), new PumpBoard(post, time)));
  }

  /**
   * A pump as people are told about it.
   *
   * @param assignment what is asked of it
   * @param line what a technician calls its line
   * @param unit its unit number there
   */
  public record Post(Assignment assignment, String line, int unit) {}

  @Override
  public void offer(Batch batch) {
    PumpBoard board = boards.get(batch.pump());
    if (board != null) {
      board.note(batch);
      listeners.forEach(listener -> listener.asked(batch.pump(), batch.isLast()));
    }
  }

  @Override
  public List<PumpStatus> pumps() {
    return boards.values().stream().map(PumpBoard::status).toList();
  }

  @Override
  public Optional<PumpStatus> pump(PumpId pump) {
    return Optional.ofNullable(boards.get(pump)).map(PumpBoard::status);
  }

  @Override
  public List<LiveReading> readings(PumpId pump) {
    return Optional.ofNullable(boards.get(pump)).map(PumpBoard::readings).orElse(List.of());
  }

  @Override
  public Subscription subscribe(Listener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** One line of the health board per pump. */
  public List<Check> checks() {
    return pumps().stream().map(Latest::check).toList();
  }

  private static Check check(PumpStatus pump) {
    String name = "pump " + pump.id();
    return switch (pump.link()) {
      case UNTRIED -> Check.well(name, "not asked yet");
      case UP, SILENT, DOWN ->
          pump.cause().isEmpty()
              ? Check.well(name, "answers on " + pump.line())
              : Check.degraded(name, pump.cause(), pump.next());
    };
  }

  /** How a link is shown. */
  static LinkState state(Link link) {
    return switch (link) {
      case Link.Untried _ -> LinkState.UNTRIED;
      case Link.Up _ -> LinkState.UP;
      case Link.Silent _ -> LinkState.SILENT;
      case Link.Down _ -> LinkState.DOWN;
    };
  }
}

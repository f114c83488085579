package io.pumphouse.agent.board;

import io.pumphouse.agent.config.GpioConfig;
import io.pumphouse.agent.config.GpioConfig.Metering;
import io.pumphouse.hal.gpio.Board;
import io.pumphouse.hal.gpio.Board.Outcome;
import io.pumphouse.hal.gpio.Input;
import io.pumphouse.hal.gpio.Pinout;
import io.pumphouse.hal.gpio.PulseMeter;
import io.pumphouse.hal.pump.Meter;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The board of this machine and all that hangs on it. Where the configuration names no pin there is
 * no board, no thread, and nothing of a board's library is loaded. Thread-safe.
 */
public final class BoardRoom implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BoardRoom.class);
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  private final Pinout pinout;
  private final TimeSource time;
  private final Map<PumpId, PulseMeter> meters = new LinkedHashMap<>();
  private final KeptBoard board;
  private final List<Duty> duties = new ArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  /**
   * A room in which nothing has been touched yet.
   *
   * @param boards gives the board, if there is to be one
   * @param memory asked from the start on, not before
   */
  public BoardRoom(GpioConfig gpio, Supplier<Board> boards, PulseMemory memory, TimeSource time) {
    this.pinout = gpio.pinout();
    this.time = time;
    this.board = new KeptBoard(boards, pinout, this::hear, this::tell, time.nanos());
    duties.add(board);
    for (Metering metering : gpio.meter()) {
      PulseMeter meter = new PulseMeter(metering.terms(), time);
      meters.put(metering.pump(), meter);
      duties.add(new CountKeeper(metering.pump(), meter, memory, time.nanos()));
    }
    // A platform thread, for the pins are native code.
    this.thread = Thread.ofPlatform().name("board").unstarted(this::run);
  }

  /** The meter of each pump that has one on the board. */
  public Map<PumpId, Meter> meters() {
    return Map.copyOf(meters);
  }

  /** Opens the board soon, without waiting, and goes on trying. Call once. */
  public void start() {
    if (!pinout.isEmpty()) {
      thread.start();
    }
  }

  /** The line {@code board} of the health board, if there is a board. */
  public List<Check> checks() {
    return pinout.isEmpty() ? List.of() : List.of(board.check());
  }

  private void hear(Input input, boolean isActive, long nanos) {
    meters.values().forEach(meter -> meter.edge(input, isActive, nanos));
  }

  private void tell(Outcome outcome) {
    for (PulseMeter meter : meters.values()) {
      switch (outcome) {
        case Board.Done _ -> meter.begin();
        case Board.Failed(String cause, _) -> meter.outOfOrder(cause);
      }
    }
  }

  private void run() {
    try {
      do {
        duties.forEach(duty -> survive(() -> duty.beat(time.nanos())));
      } while (!stop.await(BEAT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    duties.reversed().forEach(duty -> survive(duty::end));
  }

  private static void survive(Runnable deed) {
    try {
      deed.run();
    } catch (RuntimeException bug) {
      LOG.error("looking after the board failed", bug);
    }
  }

  /** Keeps what was counted, puts the outputs at rest and lets go of the pins. Twice is fine. */
  @Override
  public void close() {
    stop.countDown();
    try {
      if (thread.isAlive() && !thread.join(LONGEST_END)) {
        LOG.warn("the board was not let go of in {}", LONGEST_END);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

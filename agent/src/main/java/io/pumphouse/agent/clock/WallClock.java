package io.pumphouse.agent.clock;

import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Both clocks of the machine, watched: most Pis have no battery for theirs, so it may be wrong by
 * years until a time server is reached, and then everything that was stamped meanwhile is put
 * right. Whoever stamps takes the time from here. Thread-safe; taking the time never waits.
 *
 * <p>What it does with a clock that is set: {@code docs/decisions/011-time-that-heals.md}.
 */
public final class WallClock implements TimeSource, Trust, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WallClock.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final TimeSource machine;
  private final Authority authority;
  private final Timeline timeline;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean isClosed;
  private volatile Standing standing;

  /**
   * Notices from now on when the clock is set, as far as somebody asks for the time.
   *
   * @param machine the clocks themselves
   * @param authority who knows whether the wall clock is right
   */
  public WallClock(TimeSource machine, Authority authority) {
    this.machine = machine;
    this.authority = authority;
    this.timeline = new Timeline(machine, wake::release);
    this.standing = Standing.atFirst(timeline.current());
  }

  /**
   * Begins to look every few seconds whether the time is known. Call once.
   *
   * @param memory what outlives this run
   * @param stamped everyone to put right
   * @param news told what happens, on the clock's thread
   */
  public void start(ClockMemory memory, List<Stamped> stamped, Consumer<ClockNews> news) {
    Keeper keeper = keeper(memory, stamped, news);
    Thread.ofVirtual().name("clock").start(() -> run(keeper));
  }

  /** The one who looks, for a test to look when it likes. */
  Keeper keeper(ClockMemory memory, List<Stamped> stamped, Consumer<ClockNews> news) {
    return new Keeper(
        timeline, authority, memory, new Repairs(stamped), news, next -> standing = next);
  }

  @Override
  public Instant wall() {
    return machine.wall();
  }

  @Override
  public long nanos() {
    return machine.nanos();
  }

  @Override
  public Moment now() {
    return timeline.now();
  }

  @Override
  public boolean isSure() {
    Era era = timeline.current();
    return era.isSure() && era.equals(standing.believed());
  }

  /** The line {@code clock} of the health board; quick. */
  public Check check() {
    return ClockCheck.of(timeline.eras(), isSure(), standing, now());
  }

  /** Looks no more. Never throws; twice is fine. */
  @Override
  public void close() {
    isClosed = true;
    wake.release();
  }

  /** Every few seconds, and at once when somebody notices a step. */
  private void run(Keeper keeper) {
    try {
      while (!isClosed) {
        survive(keeper);
        boolean unused = wake.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        wake.drainPermits();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** A bug costs this look, not the clock. */
  private static void survive(Keeper keeper) {
    try {
      keeper.look();
    } catch (RuntimeException bug) {
      LOG.error("looking at the clock failed", bug);
    }
  }
}

package io.pumphouse.agent.health;

import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Days;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.MachineHealth;
import io.pumphouse.web.model.Vitals;
import io.pumphouse.web.model.Wear;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks each minute how the machine and its card fare. Thread-safe; its answers are quick and at
 * most a minute old.
 */
public final class MachineWatch implements MachineHealth, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MachineWatch.class);
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private final TimeSource time;
  private final CardWear card;
  private final VitalsReader reader;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("machine watch").unstarted(this::run);
  private volatile Wear wear;
  private volatile Vitals vitals;

  /**
   * A watch over this machine; looks once, at files of the kernel.
   *
   * @param data the folder whose disk is meant
   * @param days those of the site, in which writing is counted
   * @param memory asked from the start on, not before
   */
  public MachineWatch(Path data, Days days, WearMemory memory, TimeSource time) {
    this(data, days, memory, time, Path.of("/proc"), Path.of("/sys"));
  }

  MachineWatch(Path data, Days days, WearMemory memory, TimeSource time, Path proc, Path sys) {
    this.time = time;
    this.card = new CardWear(new CardReader(data, proc, sys), days, memory, time.now());
    this.reader = new VitalsReader(proc, sys);
    this.wear = card.look(time.now());
    this.vitals = reader.look();
  }

  /** Begins to look. Call once. */
  public void start() {
    thread.start();
  }

  @Override
  public Wear wear() {
    return wear;
  }

  @Override
  public Vitals vitals() {
    return vitals;
  }

  /** The lines {@code disk} and {@code machine} of the health board. */
  public List<Check> checks() {
    return List.of(MachineWords.disk(wear), MachineWords.machine(vitals));
  }

  void look() {
    Moment now = time.now();
    if (card.isDue(now)) {
      card.save(now);
    }
    wear = card.look(now);
    vitals = reader.look();
  }

  private void run() {
    try {
      do {
        survive(this::look);
      } while (!stop.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
      survive(() -> card.save(time.now()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void survive(Runnable deed) {
    try {
      deed.run();
    } catch (RuntimeException bug) {
      LOG.error("looking at the machine failed", bug);
    }
  }

  /** Looks no more; what was counted is saved before this returns. Twice is fine. */
  @Override
  public void close() {
    stop.countDown();
    try {
      if (thread.isAlive() && !thread.join(LONGEST_END)) {
        LOG.warn("what was written today could not be saved in {}", LONGEST_END);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.pumphouse.agent.publish.ship;

import io.pumphouse.agent.store.Outbox;
import io.pumphouse.agent.store.Outbox.Next;
import io.pumphouse.agent.store.Portion;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Instant;
import java.util.Optional;

/**
 * Passes on whatever is stored, load by load. How far the receiver has everything moves only when
 * it says so. Confined to one thread, but for {@link #stop()}.
 */
final class Sender {
  private static final long TEND_EVERY = Loop.EVERY.toNanos();

  private final Outbox outbox;
  private final Receiver receiver;
  private final Progress progress;
  private final TimeSource time;

  /** Up to this block the receiver has everything. */
  private long passed;

  /** Up to this one, everything is with it or in the load. */
  private long reached;

  /** A block of which the receiver has the beginning. */
  private Optional<Begun> begun = Optional.empty();

  private Delivery latest = Delivery.Taken.ALL;
  private long loaded;
  private Instant newest = Instant.EPOCH;
  private boolean hasBegun;
  private long tendedAt;
  private volatile boolean isStopped;

  private record Begun(Portion portion, long told) {}

  Sender(Outbox outbox, Receiver receiver, Progress progress, TimeSource time) {
    this.outbox = outbox;
    this.receiver = receiver;
    this.progress = progress;
    this.time = time;
  }

  /** Sends all there is, or until something fails. */
  Delivery sendAll() {
    latest = tended();
    if (!receiver.wantsReadings()) {
      progress.tended();
      return latest;
    }
    if (!hasBegun && outbox.next(passed, passed) instanceof Next.From(long block)) {
      beginBehind(block);
    }
    reached = passed;
    while (isWell() && !isStopped) {
      switch (outbox.next(passed, reached)) {
        case Next.Found(Portion portion) -> load(portion);
        case Next.From(long block) -> goOnBehind(block);
        case Next.Nothing _ -> {
          return rest(false);
        }
        case Next.Unsure _ -> {
          return rest(true);
        }
        case Next.Refused(var why) -> {
          flush();
          return new Delivery.Failed(why.cause(), why.next());
        }
      }
    }
    return latest;
  }

  /** After the load under way nothing more is sent. From any thread. */
  void stop() {
    isStopped = true;
  }

  /** Writes down how far it came. */
  void keep() {
    outbox.keep(passed);
  }

  /** Its place is kept from the start, whether or not the receiver can be reached. */
  private void beginBehind(long block) {
    passed = block;
    if (!hasBegun) {
      hasBegun = true;
      progress.began();
    }
  }

  private Delivery tended() {
    tendedAt = time.nanos();
    return receiver.tend();
  }

  private boolean isWell() {
    return latest instanceof Delivery.Taken;
  }

  private Delivery rest(boolean isUnsure) {
    flush();
    if (isWell()) {
      progress.rest(isUnsure);
    }
    return latest;
  }

  private void goOnBehind(long block) {
    flush();
    // A load that did not arrive comes again, whatever lies behind it.
    beginBehind(isWell() ? block : Math.min(passed, block));
    if (isWell()) {
      reached = block;
      begun = Optional.empty();
    }
  }

  private void load(Portion portion) {
    long had = begun.filter(it -> it.portion().isLike(portion)).map(Begun::told).orElse(0L);
    Loading loading = new Loading(portion, had);
    portion.tell(loading);
    if (isWell()) {
      reached = portion.block();
      tendInTime(); // also where the receiver has no use for any of it, and nothing is sent
    }
  }

  /** The load is all that lies between passed and reached. */
  private void flush() {
    if (loaded > 0) {
      deliver();
    }
    if (isWell()) {
      passed = reached;
    }
  }

  private void deliver() {
    long count = loaded;
    loaded = 0;
    latest = receiver.send();
    if (latest instanceof Delivery.Taken taken) {
      progress.sent(count, newest, taken);
      tendInTime();
    }
  }

  /** Catching up may take hours. */
  private void tendInTime() {
    if (time.nanos() - tendedAt >= TEND_EVERY) {
      latest = tended();
    }
  }

  /** Puts one portion into loads, and sends those that are full. */
  private final class Loading implements Portion.Ear {
    private final Portion portion;
    private final long had;
    private long told;

    /**
     * @param had so many samples of it the receiver has already
     */
    private Loading(Portion portion, long had) {
      this.portion = portion;
      this.had = had;
    }

    @Override
    public void sample(PumpId pump, Sample sample) {
      if (!isWell() || isStopped || told++ < had) {
        return;
      }
      receiver.add(pump, sample);
      newest = sample.takenAt().wall();
      loaded++;
      if (receiver.isFull()) {
        deliver();
        if (isWell()) {
          passed = reached;
          begun = Optional.of(new Begun(portion, told));
        }
      }
    }
  }
}

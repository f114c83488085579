package io.pumphouse.agent.poll;

import io.pumphouse.agent.command.Workload;
import io.pumphouse.agent.health.Lifeline;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns one bus: the only thread that talks on it, one request after the other, the most urgent
 * first. Platform thread, because serial ports wait in native code. Thread-safe.
 *
 * <p>A bug that throws an exception costs one poll. An {@link Error} (no memory, no class) ends the
 * thread, for nothing that follows it can be trusted: it is logged once, {@link #isPolling} says no
 * from then on, and whoever watches over the process restarts it.
 */
public final class Poller implements Lifeline, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final Duration OVERDUE = Duration.ofSeconds(60);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
  private static final Duration HANG_UP_EVERY = Duration.ofMillis(200);
  private static final int QUESTIONS_WAITING = 16;

  private final Place place;
  private final Feed feed;
  private final TimeSource time;
  private final Rota rota;
  private final BlockingQueue<Question<?>> questions = new ArrayBlockingQueue<>(QUESTIONS_WAITING);
  private final Thread thread;
  private volatile long expectedBack;
  private volatile Burden burden = Burden.none();
  private volatile boolean isOver;

  /**
   * A poller that does nothing yet.
   *
   * @param memory told of registers that do not answer
   * @param chance scatters what must not happen all at once; used by the bus thread alone
   */
  public Poller(
      Place place, Feed feed, QuarantineMemory memory, TimeSource time, RandomGenerator chance) {
    this.place = place;
    this.feed = feed;
    this.time = time;
    this.rota = new Rota(place.assignments(), memory, time, chance);
    this.expectedBack = Long.MAX_VALUE;
    this.thread = Thread.ofPlatform().name("bus " + place.line()).unstarted(this::run);
  }

  public void start() {
    expectedBack = time.nanos();
    thread.start();
  }

  /** Whether the loop comes round as it should; a pump that does not answer does not stop it. */
  public boolean isPolling() {
    return !isOver && thread.isAlive() && time.nanos() - expectedBack < OVERDUE.toNanos();
  }

  @Override
  public String name() {
    return thread.getName();
  }

  /** Waiting for what is due is moving, and so is asking a pump that does not answer. */
  @Override
  public Movement movement() {
    if (isPolling()) {
      return new Moving();
    }
    if (thread.getState() == Thread.State.NEW) {
      return new Beginning("the start of " + name());
    }
    Duration late = Duration.ofNanos(Math.max(0, time.nanos() - expectedBack));
    return new Stuck(
        thread.isAlive() ? "has not come round for " + late.toSeconds() + " s" : "has ended");
  }

  /** Whether everything asked for fits on the line: one line of the health board. */
  Check check() {
    return burden.check(place.line());
  }

  /** The pumps on this bus and what each has. */
  Map<PumpId, RegisterMap> pumps() {
    Map<PumpId, RegisterMap> pumps = new LinkedHashMap<>();
    place.assignments().forEach(each -> pumps.put(each.id(), each.pump().map()));
    return pumps;
  }

  /**
   * Asks for registers now, between the polls. Completes exceptionally with {@link
   * IllegalStateException} if the bus is busy with too many such questions or about to close.
   */
  CompletableFuture<List<Sample>> ask(PumpId pump, Collection<RegisterId> registers) {
    List<RegisterId> asked = List.copyOf(registers);
    return put(now -> now.errand(pump, asked).orElseThrow()).thenCompose(this::run);
  }

  /** Every request waits for its turn anew, so that what is due is asked in between. */
  private CompletableFuture<List<Sample>> run(Errand errand) {
    if (errand.isOver()) {
      return CompletableFuture.completedFuture(errand.samples());
    }
    return put(now -> {
          feed.publish(errand.ask());
          return errand;
        })
        .thenCompose(this::run);
  }

  /** Writes a register in a turn of its own; waits for it at most this long. */
  Changed write(PumpId pump, RegisterId register, long raw, Duration atMost) {
    Change change = new Change(device(pump), register, raw, time);
    var unused =
        put(now -> {
              List<Batch> batches = now.write(pump, change);
              batches.forEach(feed::publish);
              return batches.size();
            })
            .whenComplete((_, _) -> change.drop());
    return change.await(atMost);
  }

  private HeatPump device(PumpId pump) {
    return place.assignments().stream()
        .filter(assignment -> assignment.id().equals(pump))
        .map(Assignment::pump)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(pump + " is not on this bus"));
  }

  /** What asking a pump takes of the line; completes as {@link #ask} does. */
  CompletableFuture<Workload> workload(PumpId pump) {
    return put(now -> now.workload(pump).orElseThrow());
  }

  /** Goes on with the quarantine of an earlier run; soon, without waiting. */
  void recall(List<Confinement> remembered) {
    var unused =
        put(
            now -> {
              now.recall(remembered);
              return remembered.size();
            });
  }

  private <T> CompletableFuture<T> put(Function<Rota, T> ask) {
    Question<T> question = new Question<>(ask, new CompletableFuture<>());
    if (isOver || !questions.offer(question)) {
      question.answer().completeExceptionally(new IllegalStateException("the bus is busy"));
    } else if (isOver) {
      question.answer().cancel(false); // It ended in between, and may not have seen the question.
    }
    return question.answer();
  }

  /** Ends a read that is under way and returns when the bus is free, within five seconds. */
  @Override
  public void close() {
    close(CLOSE_WITHIN);
  }

  void close(Duration within) {
    isOver = true;
    thread.interrupt();
    try {
      if (!hungUp(within)) {
        LOG.warn("{}: still busy {} ms after closing", thread.getName(), within.toMillis());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** The thread may open the line again once or twice before it sees that it is over. */
  private boolean hungUp(Duration within) throws InterruptedException {
    long turns = within.dividedBy(HANG_UP_EVERY);
    for (long turn = 0; turn < turns && thread.isAlive(); turn++) {
      place.hangUp().run();
      if (thread.join(HANG_UP_EVERY)) {
        return true;
      }
    }
    return !thread.isAlive();
  }

  private void run() {
    try {
      while (!isOver) {
        pollOnce();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (Error fatal) {
      isOver = true;
      LOG.error("{}: polling ends here; restart the agent", thread.getName(), fatal);
    } finally {
      isOver = true;
      questions.forEach(question -> question.answer().cancel(false));
    }
  }

  private void pollOnce() throws InterruptedException {
    try {
      step();
    } catch (RuntimeException bug) {
      LOG.error(
          "{}: this poll failed by a bug; the next one comes in its turn", thread.getName(), bug);
    }
  }

  private void step() throws InterruptedException {
    long due = rota.dueAt();
    expectedBack = Math.max(due, time.nanos());
    Question<?> question = questions.poll(due - time.nanos(), TimeUnit.NANOSECONDS);
    if (question != null) {
      expectedBack = time.nanos(); // what is due next may be an hour away
      question.answer(rota);
      expectedBack = time.nanos();
    }
    // However many questions there are, what is due gets its turn after each.
    rota.ask().ifPresent(feed::publish);
    burden = rota.burden();
  }
}

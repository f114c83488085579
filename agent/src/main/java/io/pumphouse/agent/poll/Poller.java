package io.pumphouse.agent.poll;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns one bus: the only thread that talks on it, one pump after the other, whoever is due first.
 * Platform thread, because serial ports wait in native code. Thread-safe.
 */
public final class Poller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final Duration OVERDUE = Duration.ofSeconds(60);
  private static final int QUESTIONS_WAITING = 16;

  private final List<Assignment> assignments;
  private final Feed feed;
  private final TimeSource time;
  private final BlockingQueue<Question> questions = new ArrayBlockingQueue<>(QUESTIONS_WAITING);
  private final Thread thread;
  private volatile long expectedBack;
  private volatile boolean closed;

  private record Question(
      PumpId pump, Collection<RegisterId> registers, CompletableFuture<List<Sample>> answer) {}

  /**
   * A poller that does nothing yet.
   *
   * @param bus what a technician calls the line; names the thread
   * @param assignments the pumps on this bus, at least one
   */
  public Poller(String bus, List<Assignment> assignments, Feed feed, TimeSource time) {
    this.assignments = List.copyOf(assignments);
    this.feed = feed;
    this.time = time;
    this.expectedBack = Long.MAX_VALUE;
    this.thread = Thread.ofPlatform().name("bus " + bus).unstarted(this::run);
  }

  public void start() {
    expectedBack = time.nanos();
    thread.start();
  }

  /** Whether the loop comes round as it should; a pump that does not answer does not stop it. */
  public boolean isPolling() {
    return thread.isAlive() && time.nanos() - expectedBack < OVERDUE.toNanos();
  }

  /** The pumps on this bus and what each has. */
  Map<PumpId, RegisterMap> pumps() {
    Map<PumpId, RegisterMap> pumps = new LinkedHashMap<>();
    assignments.forEach(each -> pumps.put(each.id(), each.pump().map()));
    return pumps;
  }

  /**
   * Asks for registers now, between two polls. Completes exceptionally with {@link
   * IllegalStateException} if the bus is busy with too many such questions or about to close.
   */
  CompletableFuture<List<Sample>> ask(PumpId pump, Collection<RegisterId> registers) {
    Question question = new Question(pump, List.copyOf(registers), new CompletableFuture<>());
    if (closed || !questions.offer(question)) {
      question.answer().completeExceptionally(new IllegalStateException("the bus is busy"));
    }
    return question.answer();
  }

  /** Ends after the transaction under way; returns when the bus is free. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    List<Round> rounds = assignments.stream().map(each -> new Round(each, time)).toList();
    while (!closed) {
      try {
        step(rounds);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        break;
      } catch (RuntimeException bug) {
        LOG.error(
            "{}: this poll failed by a bug; the next one comes in its turn", thread.getName(), bug);
      }
    }
    questions.forEach(question -> question.answer().cancel(false));
  }

  private void step(List<Round> rounds) throws InterruptedException {
    Round next = rounds.stream().min(Comparator.comparingLong(Round::dueAt)).orElseThrow();
    expectedBack = Math.max(next.dueAt(), time.nanos());
    Question question = questions.poll(next.dueAt() - time.nanos(), TimeUnit.NANOSECONDS);
    if (question == null) {
      feed.publish(next.ask());
    } else {
      answer(question, rounds);
    }
  }

  private void answer(Question question, List<Round> rounds) {
    try {
      rounds.stream()
          .filter(round -> round.pump().equals(question.pump()))
          .map(round -> round.ask(question.registers()))
          .forEach(
              batch -> {
                feed.publish(batch);
                question.answer().complete(batch.samples());
              });
    } finally {
      question.answer().cancel(false);
    }
  }
}

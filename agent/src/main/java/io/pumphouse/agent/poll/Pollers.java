package io.pumphouse.agent.poll;

import io.pumphouse.agent.command.Asking;
import io.pumphouse.agent.health.Lifeline;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * All buses: starts them, asks the right one, and knows whether every one comes round. Thread-safe.
 */
public final class Pollers implements Asking, Writing, AutoCloseable {
  /** All metrics of the slowest pump, one by one, with what is due in between. */
  private static final Duration LONGEST_QUESTION = Duration.ofMinutes(5);

  private static final Duration LONGEST_WRITE = Duration.ofSeconds(60);

  private final List<Poller> pollers;

  public Pollers(List<Poller> pollers) {
    this.pollers = List.copyOf(pollers);
  }

  public void start() {
    pollers.forEach(Poller::start);
  }

  /** Whether every bus comes round. */
  public boolean isPolling() {
    return pollers.stream().allMatch(Poller::isPolling);
  }

  /** The loops themselves, for the watchdog. */
  public List<Lifeline> lifelines() {
    return List.copyOf(pollers);
  }

  @Override
  public Map<PumpId, RegisterMap> pumps() {
    Map<PumpId, RegisterMap> pumps = new LinkedHashMap<>();
    pollers.forEach(poller -> pumps.putAll(poller.pumps()));
    return pumps;
  }

  /** Whether what is asked fits on each line: one line of the health board per bus. */
  public List<Check> checks() {
    return pollers.stream().map(Poller::check).toList();
  }

  /** Goes on with the quarantine of an earlier run; soon, without waiting. */
  public void recall(List<Confinement> remembered) {
    pollers.forEach(poller -> poller.recall(remembered));
  }

  @Override
  public Answer ask(PumpId pump, List<RegisterId> registers) {
    return on(pump, poller -> poller.ask(pump, registers), Pollers::asked);
  }

  @Override
  public Answer workload(PumpId pump) {
    return on(pump, poller -> poller.workload(pump), Planned::new);
  }

  private static Answer asked(List<Sample> samples) {
    return new Asked(samples, "see: pumphouse status");
  }

  private <T> Answer on(
      PumpId pump, Function<Poller, Future<T>> question, Function<T, Answer> answer) {
    return pollers.stream()
        .filter(poller -> poller.pumps().containsKey(pump))
        .findFirst()
        .map(poller -> await(question.apply(poller), answer))
        .orElseGet(() -> new NotAsked("there is no pump " + pump, "see: pumphouse status"));
  }

  @Override
  public Changed write(PumpId pump, RegisterId register, long raw) {
    return pollers.stream()
        .filter(poller -> poller.pumps().containsKey(pump))
        .findFirst()
        .map(poller -> poller.write(pump, register, raw, LONGEST_WRITE))
        .orElseThrow(() -> new IllegalArgumentException("there is no pump " + pump));
  }

  private static <T> Answer await(Future<T> asked, Function<T, Answer> answer) {
    try {
      return answer.apply(asked.get(LONGEST_QUESTION.toSeconds(), TimeUnit.SECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new NotAsked("interrupted", "try again");
    } catch (TimeoutException _) {
      return new NotAsked(
          "the bus did not come round in " + LONGEST_QUESTION.toSeconds() + " s",
          "see: pumphouse status");
    } catch (ExecutionException | CancellationException failure) {
      return new NotAsked("the bus did not take the question: " + failure, "try again");
    }
  }

  /** Closes every bus at the same time: each may take a while, and together they may not. */
  @Override
  public void close() {
    try (ExecutorService closing = Executors.newVirtualThreadPerTaskExecutor()) {
      pollers.forEach(poller -> closing.execute(poller::close));
    }
  }
}

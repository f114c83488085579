package io.pumphouse.agent.poll;

import io.pumphouse.agent.command.Asking;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * All buses: starts them, asks the right one, and knows whether every one comes round. Thread-safe.
 */
public final class Pollers implements Asking, AutoCloseable {
  private static final Duration LONGEST_QUESTION = Duration.ofSeconds(60);

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

  @Override
  public Map<PumpId, RegisterMap> pumps() {
    Map<PumpId, RegisterMap> pumps = new LinkedHashMap<>();
    pollers.forEach(poller -> pumps.putAll(poller.pumps()));
    return pumps;
  }

  @Override
  public Answer ask(PumpId pump, List<RegisterId> registers) {
    return pollers.stream()
        .filter(poller -> poller.pumps().containsKey(pump))
        .findFirst()
        .map(poller -> await(poller.ask(pump, registers)))
        .orElseGet(() -> new NotAsked("there is no pump " + pump, "see: pumphouse status"));
  }

  private static Answer await(Future<List<Sample>> asked) {
    try {
      return new Asked(asked.get(LONGEST_QUESTION.toSeconds(), TimeUnit.SECONDS));
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

  @Override
  public void close() {
    pollers.forEach(Poller::close);
  }
}

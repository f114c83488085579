package io.pumphouse.agent.poll;

import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Writes one register. Either the bus thread takes it up or the one who waits withdraws it, never
 * both: a write that somebody was told has not happened must not happen later. Used once;
 * thread-safe.
 */
final class Change {
  private final HeatPump device;
  private final RegisterId register;
  private final long raw;
  private final TimeSource time;
  private final AtomicBoolean isTaken = new AtomicBoolean();
  private final CompletableFuture<Changed> outcome = new CompletableFuture<>();

  Change(HeatPump device, RegisterId register, long raw, TimeSource time) {
    this.device = device;
    this.register = register;
    this.raw = raw;
    this.time = time;
  }

  /** Does it, on the bus thread; returns what everybody else should hear of. */
  List<Batch> run(Round round) {
    if (!isTaken.compareAndSet(false, true)) {
      return List.of();
    }
    Batch before = round.ask(List.of(register));
    Sample was = before.samples().getFirst();
    Written written = reaches(before.link()) ? device.write(register, raw) : notSent(before.link());
    outcome.complete(new Changed(was, written));
    return Stream.concat(
            Stream.of(before), after(written).map(samples -> round.batch(samples, true)))
        .toList();
  }

  /** A pump that does not even answer a question is not sent anything to do. */
  private static boolean reaches(Link link) {
    return link instanceof Link.Up;
  }

  private Written notSent(Link link) {
    return new Written.NotSent(link.cause(), link.next(), time.now());
  }

  /**
   * What the register says now, as far as the write told. A button that springs back tells none.
   */
  private Stream<List<Sample>> after(Written written) {
    boolean isButton =
        device.map().metricOf(register).filter(Metric.ALARM_RESET::equals).isPresent();
    return switch (written) {
      case Written.Done(long now, Moment at) when !isButton -> Stream.of(judged(now, at));
      case Written.Ignored(long now, Moment at) -> Stream.of(judged(now, at));
      case Written.Done _, Written.Refused _, Written.NotSent _, Written.Unknown _ ->
          Stream.empty();
    };
  }

  private List<Sample> judged(long now, Moment at) {
    return device.map().find(register).stream().map(row -> row.judge(now, at)).toList();
  }

  /** Ends the waiting if nothing else did: the bus is closing, or a bug came between. */
  void drop() {
    outcome.cancel(false);
  }

  /** Waits for the outcome, or withdraws the write where there is none in time. */
  Changed await(Duration atMost) {
    try {
      return outcome.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return withdrawn("interrupted while waiting for the bus");
    } catch (TimeoutException _) {
      return withdrawn("the bus did not come round in " + atMost.toSeconds() + " s");
    } catch (ExecutionException | CancellationException failure) {
      return withdrawn("the bus did not carry it out: " + failure);
    }
  }

  private Changed withdrawn(String why) {
    Fault fault = new Fault.LineDown(why);
    Written written =
        isTaken.compareAndSet(false, true)
            ? new Written.NotSent(why, "see: pumphouse status, then try again", time.now())
            : new Written.Unknown(fault, "read the register before writing again", time.now());
    return new Changed(new Invalid(register, time.now(), fault), written);
  }
}

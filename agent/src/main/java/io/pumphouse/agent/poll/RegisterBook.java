package io.pumphouse.agent.poll;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.modbus.Decodings;
import io.pumphouse.hal.modbus.Words;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.reading.Decoding;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Last;
import io.pumphouse.web.model.RegisterStatus;
import io.pumphouse.web.model.Registers;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How every register of every pump has fared. Keeps something only of registers that were asked.
 * Thread-safe; offering never waits for long.
 */
public final class RegisterBook implements Registers, Subscriber {
  private final Map<PumpId, Page> pages = new LinkedHashMap<>();

  /** An empty book of these pumps. */
  public RegisterBook(List<Assignment> assignments, TimeSource time) {
    assignments.forEach(each -> pages.put(each.id(), new Page(each, time)));
  }

  /** What is known of one pump. */
  private static final class Page {
    private final HeatPump pump;
    private final RegisterMap map;
    private final Map<RegisterId, Duration> intervals;
    private final TimeSource time;
    private final Map<RegisterId, RegisterFate> fates = new HashMap<>();

    Page(Assignment assignment, TimeSource time) {
      this.pump = assignment.pump();
      this.map = pump.map();
      this.intervals = assignment.intervals();
      this.time = time;
    }

    synchronized void note(List<Sample> samples) {
      samples.forEach(
          sample -> fates.computeIfAbsent(sample.register(), _ -> new RegisterFate()).note(sample));
    }

    synchronized RegisterStatus status(Register register) {
      RegisterFate fate = fates.getOrDefault(register.id(), new RegisterFate());
      return new RegisterStatus(
          map.nameOf(register.id()),
          register,
          intervals.getOrDefault(register.id(), Duration.ZERO),
          last(fate.newest()),
          last(fate.good()),
          last(fate.bad()),
          fate.newest().map(sample -> words(pump, register, sample)).orElse(List.of()),
          fate.values(),
          fate.missing(),
          fate.faults());
    }

    /** That of this pump, or as long as it is not found out, its model's. */
    WordOrder wordOrder() {
      return pump.wordOrder().orElseGet(map.model()::wordOrder);
    }

    private <T extends Sample> Last<T> last(Optional<T> sample) {
      return sample
          .<Last<T>>map(known -> new Last.Was<>(known, known.takenAt().ageAt(time.now())))
          .orElseGet(Last.Never::new);
    }
  }

  @Override
  public void offer(Batch batch) {
    page(batch.pump()).ifPresent(page -> page.note(batch.samples()));
  }

  private Optional<Page> page(PumpId pump) {
    return Optional.ofNullable(pages.get(pump));
  }

  @Override
  public Stream<RegisterStatus> registers(PumpId pump) {
    return page(pump).stream().flatMap(page -> page.map.registers().stream().map(page::status));
  }

  @Override
  public Optional<RegisterStatus> register(PumpId pump, String name) {
    return page(pump).flatMap(page -> page.map.named(name).map(page::status));
  }

  private static List<Integer> words(HeatPump pump, Register register, Sample sample) {
    return switch (sample) {
      case Reading(_, _, long raw) -> words(pump, register, raw);
      case Invalid(_, _, Fault.Implausible(long raw)) -> words(pump, register, raw);
      // Which of several such numbers it was is not kept.
      case Missing _ ->
          register.absent().size() == 1
              ? words(pump, register, register.absent().iterator().next())
              : List.of();
      case Invalid _ -> List.of();
    };
  }

  private static List<Integer> words(HeatPump pump, Register register, long raw) {
    return pump.wordOrder()
        .map(order -> Words.said(order, register, raw))
        .orElseGet(() -> Words.said(pump.map().model(), register, raw));
  }

  @Override
  public List<Decoding> decode(PumpId pump, RegisterId register, List<Integer> words) {
    return page(pump)
        .flatMap(
            page ->
                page.map.find(register).map(known -> Decodings.of(known, page.wordOrder(), words)))
        .orElse(List.of());
  }
}

package io.pumphouse.agent.poll;

import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * A pump with an outdoor sensor, an hour counter and a nameless register, that answers as told and
 * notes what it was asked.
 */
final class ScriptedPump implements HeatPump {
  static final RegisterId OUTDOOR = new RegisterId("30002");
  static final RegisterId HOURS = new RegisterId("31088");
  static final RegisterId NAMELESS = new RegisterId("40940");
  static final Moment NOON = new Moment(Instant.parse("2026-01-01T12:00:00Z"), Duration.ofHours(1));

  final BlockingQueue<Collection<RegisterId>> asked = new LinkedBlockingQueue<>();
  volatile Link link = new Link.Up();
  volatile Function<RegisterId, Sample> answer;

  ScriptedPump(Function<RegisterId, Sample> answer) {
    this.answer = answer;
  }

  @Override
  public RegisterMap map() {
    return new RegisterMap(
        new Model(
            "test",
            "Test pump",
            Set.of(Wire.TCP),
            WordOrder.LOW_FIRST,
            20,
            20,
            Duration.ZERO,
            Duration.ofSeconds(1),
            List.of(),
            2,
            List.of(0),
            Set.of(),
            Map.of("test", "by hand")),
        List.of(register(OUTDOOR, 1), register(HOURS, 10), register(NAMELESS, 20)),
        Map.of(Metric.OUTDOOR_TEMP, OUTDOOR, Metric.COMPRESSOR_HOURS, HOURS));
  }

  private static Register register(RegisterId id, int address) {
    return new Register(
        id,
        Space.INPUT,
        address,
        RegisterType.S16,
        new BigDecimal("0.1"),
        Unit.CELSIUS,
        false,
        -32768,
        32767,
        Set.of(),
        "label " + id,
        "test");
  }

  @Override
  public List<PlannedRead> plan(Collection<RegisterId> registers) {
    return registers.stream()
        .sorted()
        .map(id -> new PlannedRead(List.of(id), "input " + id, Duration.ofMillis(10)))
        .toList();
  }

  @Override
  public Written write(RegisterId register, long raw) {
    return new Written.Done(raw, NOON);
  }

  @Override
  public List<Sample> read(Collection<RegisterId> registers) {
    asked.add(List.copyOf(registers));
    return registers.stream().map(id -> answer.apply(id)).toList();
  }

  @Override
  public Link link() {
    return link;
  }
}

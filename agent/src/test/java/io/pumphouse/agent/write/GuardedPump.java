package io.pumphouse.agent.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.poll.Changed;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.WriteOrder;
import io.pumphouse.web.model.WriteReport;
import io.pumphouse.web.model.WriteReport.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** A NIBE S1255 behind a guard, and what reached it. */
final class GuardedPump {
  static final PumpId HOUSE = new PumpId("house");
  private static final RegisterMap S1255 = shipped("nibe-s1255");
  static final String WHY = "cold in the nursery";

  final FakeTime time = new FakeTime();
  final List<Event> events = new ArrayList<>();
  final List<Long> written = new ArrayList<>();
  LongFunction<Written> pump = raw -> new Written.Done(raw, time.now());

  static RegisterMap shipped(String model) {
    return switch (new RegisterMaps().find(model)) {
      case Lookup.Found(RegisterMap map) -> map;
      case Lookup.Unknown _, Lookup.Faulty _ -> throw new AssertionError(model);
    };
  }

  /** A guard whose configuration allows everything, which is more than any configuration can. */
  Guard open() {
    return guard(S1255.registers().stream().map(Register::id).collect(Collectors.toSet()));
  }

  Guard guard(Set<RegisterId> allowed) {
    return new Guard(
        Map.of(HOUSE, new Permit(S1255, allowed)),
        (_, register, raw) -> {
          written.add(raw);
          return new Changed(new Reading(register, time.now(), 205), pump.apply(raw));
        },
        events::add,
        time);
  }

  static WriteOrder order(String name, String value) {
    return new WriteOrder(HOUSE, name, value, "anna", WHY);
  }

  String refusal(String name, String value) {
    WriteReport report = open().write(order(name, value));
    assertThat(report.outcome()).isEqualTo(Outcome.FORBIDDEN);
    assertThat(written).as("what reached the bus").isEmpty();
    return report.cause() + "; " + report.next();
  }
}

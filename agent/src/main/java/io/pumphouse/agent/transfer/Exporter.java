package io.pumphouse.agent.transfer;

import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Export;
import io.pumphouse.web.model.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Readings out of the store. Thread-safe. */
final class Exporter implements Export {
  private final Map<PumpId, RegisterMap> pumps;
  private final ReadingStore store;

  Exporter(Map<PumpId, RegisterMap> pumps, ReadingStore store) {
    this.pumps = Map.copyOf(pumps);
    this.store = store;
  }

  @Override
  public Prepared prepare(PumpId pump, List<String> metrics, Span span, Format format) {
    RegisterMap map = Objects.requireNonNull(pumps.get(pump), () -> "no pump " + pump);
    Set<RegisterId> wanted = new HashSet<>();
    for (String name : metrics) {
      Optional<Register> register = map.named(name);
      if (register.isEmpty()) {
        return new Prepared.NoSuchMetric(
            name, map.metrics().keySet().stream().map(Metric::key).toList());
      }
      wanted.add(register.get().id());
    }
    Set<RegisterId> registers =
        wanted.isEmpty()
            ? map.registers().stream().map(Register::id).collect(Collectors.toSet())
            : wanted;
    return new Prepared.Ready(to -> write(pump, registers, span, form(format, pump, map), to));
  }

  private static Form form(Format format, PumpId pump, RegisterMap map) {
    return switch (format) {
      case CSV -> new CsvForm(pump, map);
      case NDJSON -> new JsonForm(pump, map);
      case LINE_PROTOCOL -> LineForm.ofFile(map);
    };
  }

  private Ending write(PumpId pump, Set<RegisterId> registers, Span span, Form form, Appendable to)
      throws IOException {
    to.append(form.head());
    try {
      Outcome<Long> outcome =
          store
              .recollection()
              .each(
                  pump,
                  registers,
                  span,
                  sample -> {
                    try {
                      to.append(form.line(sample));
                    } catch (IOException gone) {
                      throw new UncheckedIOException(gone);
                    }
                  });
      return switch (outcome) {
        case Done<Long>(Long samples) -> new Ending.Whole(samples);
        case Failed<Long>(var trouble) -> new Ending.BrokenOff(trouble.cause(), trouble.next());
      };
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }
}

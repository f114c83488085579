package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.ADD_HEAT_POWER;
import static io.pumphouse.hal.reading.Metric.BRINE_PUMP_SPEED;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_ON;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_POWER;
import static io.pumphouse.hal.reading.Metric.SUPPLY_PUMP_SPEED;

import io.pumphouse.agent.config.EnergyConfig;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Border;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/**
 * Electric power as the sum of what draws it, where no meter measures the whole: the compressor as
 * its inverter says or as its owner knows, the pumps by speed or as their owner knows, the
 * additional heater, and 15 W for the controller. Always an estimate. Confined to one thread.
 *
 * <p>The recipe for NIBE F is that of beolink/HA-Nibe-Easyconf, nibe_local_easyconf/fseries.py.
 * What is taken in decides the border, strictly in the order compressor, source pump, heater,
 * heating pump.
 */
final class Consumers {
  private static final double CONTROLLER = 15;
  private static final double KILO = 1_000;

  private final Subject subject;
  private final Set<RegisterId> present;
  private final List<Part> parts = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final Set<Border> takenIn = new HashSet<>();

  /** Something that draws power, by one register. */
  private record Part(RegisterId register, ToDoubleBiFunction<Line, Integer> watts) {}

  Consumers(Subject subject, Set<RegisterId> present) {
    this.subject = subject;
    this.present = present;
  }

  /** The compressor's inverter measures its own power. */
  Optional<Source> byInverter() {
    if (!add(
        COMPRESSOR_POWER, (line, i) -> line.mean(i) * KILO, Border.H1, "compressor inverter")) {
      return Optional.empty();
    }
    return Optional.of(withTheRest("compressor_power", Powers::bridged));
  }

  /** The owner knows what the compressor draws. */
  Optional<Source> byFixedPower() {
    double watts = subject.energy().compressorWatts();
    if (watts <= 0
        || !add(
            COMPRESSOR_ON,
            (line, i) -> line.busy(i) * watts,
            Border.H1,
            "compressor taken as %.0f W while it runs".formatted(watts))) {
      return Optional.empty();
    }
    return Optional.of(withTheRest("fixed_power", Powers::flow));
  }

  /** How power becomes energy. */
  private interface Integral {
    Flow flow(Piece piece, double[] watts, double[] covered);
  }

  private Source withTheRest(String key, Integral integral) {
    addPump(true);
    add(
        ADD_HEAT_POWER,
        (line, i) -> line.mean(i) * KILO,
        Border.H3,
        "additional heater as the pump says");
    addPump(false);
    words.add("15 W for the controller");
    List<Part> all = List.copyOf(parts);
    Set<RegisterId> registers = new HashSet<>();
    all.forEach(part -> registers.add(part.register()));
    return new Source(
        key,
        "estimate: " + String.join(", ", words),
        border(),
        true,
        true,
        registers,
        piece -> integral.flow(piece, watts(piece, all), covered(piece, all)));
  }

  /** H3 without the source pump is still H1: only the border below which nothing is left out. */
  private Border border() {
    Border border = Border.H1;
    for (Border next : List.of(Border.H2, Border.H3, Border.H4)) {
      if (!takenIn.contains(next)) {
        return border;
      }
      border = next;
    }
    return border;
  }

  private void addPump(boolean isBrine) {
    EnergyConfig energy = subject.energy();
    Border border = isBrine ? Border.H2 : Border.H4;
    String name = isBrine ? "brine pump" : "heating pump";
    double fixed = isBrine ? energy.brinePumpWatts() : energy.heatingPumpWatts();
    Metric speed = isBrine ? BRINE_PUMP_SPEED : SUPPLY_PUMP_SPEED;
    if (fixed > 0) {
      String known = "%s taken as %.0f W while it runs".formatted(name, fixed);
      Metric state = isBrine ? Metric.BRINE_PUMP_ON : Metric.SUPPLY_PUMP_ON;
      boolean _ =
          add(state, (line, i) -> line.busy(i) * fixed, border, known)
              || add(speed, (line, i) -> line.busy(i) * fixed, border, known)
              || add(COMPRESSOR_ON, (line, i) -> line.busy(i) * fixed, border, known);
      return;
    }
    PumpCurve.of(energy.kilowatts())
        .ifPresent(
            curve ->
                add(
                    speed,
                    (line, i) -> isBrine ? curve.brine(line.mean(i)) : curve.heating(line.mean(i)),
                    border,
                    name + " by its speed"));
  }

  private boolean add(
      Metric metric, ToDoubleBiFunction<Line, Integer> watts, Border border, String name) {
    Optional<RegisterId> register = subject.id(metric).filter(present::contains);
    register.ifPresent(
        id -> {
          parts.add(new Part(id, watts));
          words.add(name);
          takenIn.add(border);
        });
    return register.isPresent();
  }

  private static double[] watts(Piece piece, List<Part> parts) {
    double[] watts = new double[piece.steps()];
    Arrays.fill(watts, CONTROLLER);
    for (Part part : parts) {
      for (int i = 0; i < watts.length; i++) {
        int step = i;
        watts[i] +=
            piece
                .line(part.register())
                .map(line -> line.has(step) ? part.watts().applyAsDouble(line, step) : Double.NaN)
                .orElse(Double.NaN);
      }
    }
    return watts;
  }

  private static double[] covered(Piece piece, List<Part> parts) {
    double[] covered = new double[piece.steps()];
    for (int i = 0; i < covered.length; i++) {
      int step = i;
      covered[i] =
          parts.stream()
              .mapToDouble(
                  part -> piece.line(part.register()).map(line -> line.covered(step)).orElse(0.0))
              .min()
              .orElse(0);
    }
    return covered;
  }
}

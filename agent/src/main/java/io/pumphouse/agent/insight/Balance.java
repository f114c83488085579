package io.pumphouse.agent.insight;

import io.pumphouse.web.model.EnergyFlow;
import io.pumphouse.web.model.EnergyFlow.Certainty;
import io.pumphouse.web.model.EnergyFlow.Link;
import io.pumphouse.web.model.EnergyFlow.Node;
import io.pumphouse.web.model.Mode;
import io.pumphouse.web.model.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Where energy came from and went, over the times when both sides are known, so that what goes into
 * the pump comes out of it: what nobody measures, the ground's share or the losses, is the
 * difference. Confined to one thread.
 */
final class Balance {
  private static final double LEAST = 0.001;

  private static final List<Node> NODES =
      List.of(
          new Node("ground", "Ground or air"),
          new Node("electricity", "Electricity"),
          new Node("heat_pump", "Heat pump"),
          new Node("additional_heat", "Additional heat"),
          new Node("heating", "Heating"),
          new Node("hot_water", "Hot water"),
          new Node("pool", "Pool"),
          new Node("other", "Other"),
          new Node("losses", "Losses"));

  private final Choice choice;
  private final Map<Mode, Part> parts = new EnumMap<>(Mode.class);
  private boolean isCoarse;
  private double seconds;
  private double wholeSeconds;
  private double electricityAlone;
  private double heaterAlone;
  private Duration resolution = Duration.ZERO;

  /** What one mode took and gave. */
  private static final class Part {
    private double electricity;
    private double heat;
    private double heater;
  }

  Balance(Choice choice) {
    this.choice = choice;
  }

  void add(Sheet sheet) {
    isCoarse |= !sheet.piece.isFine();
    if (sheet.piece.step().compareTo(resolution) > 0) {
      resolution = sheet.piece.step();
    }
    for (int i = 0; i < sheet.steps(); i++) {
      seconds += sheet.seconds(i);
      double heater = sheet.heaterEnergy(i);
      if (sheet.electricity.isKnown(i)) {
        electricityAlone += sheet.electricity.energy(i);
        heaterAlone += Double.isNaN(heater) ? 0 : heater;
      }
      if (sheet.isWhole(i) && sheet.modes[i] != Mode.COOLING) {
        wholeSeconds += sheet.seconds(i);
        Part part = parts.computeIfAbsent(sheet.modes[i], _ -> new Part());
        part.electricity += sheet.electricity.energy(i);
        part.heat += sheet.heat.energy(i);
        part.heater += Double.isNaN(heater) ? 0 : heater;
      }
    }
  }

  EnergyFlow flow(Span span) {
    List<Link> links = wholeSeconds > 0 ? whole() : electricityOnly();
    List<Node> used =
        NODES.stream()
            .filter(
                node ->
                    links.stream()
                        .anyMatch(
                            link -> link.from().equals(node.id()) || link.to().equals(node.id())))
            .toList();
    return new EnergyFlow(span, resolution, used, links, why());
  }

  private List<Link> whole() {
    List<Link> links = new ArrayList<>();
    double electricity = sum(part -> part.electricity);
    double heater = Math.min(sum(part -> part.heater), electricity);
    double heat = sum(part -> part.heat) - heater;
    double ground = heat - (electricity - heater);
    add(links, "ground", "heat_pump", ground, Certainty.DIFFERENCE);
    add(links, "electricity", "heat_pump", electricity - heater, electricCertainty());
    add(links, "electricity", "additional_heat", heater, Certainty.MEASURED);
    parts.forEach((mode, part) -> give(links, mode, part));
    add(links, "heat_pump", "losses", -ground, Certainty.DIFFERENCE);
    return merged(links);
  }

  private void give(List<Link> links, Mode mode, Part part) {
    double heater = Math.min(part.heater, Math.max(part.heat, 0));
    add(links, "heat_pump", target(mode), part.heat - heater, heatCertainty());
    add(links, "additional_heat", target(mode), heater, heatCertainty());
  }

  private List<Link> electricityOnly() {
    List<Link> links = new ArrayList<>();
    double heater = Math.min(heaterAlone, electricityAlone);
    add(links, "electricity", "heat_pump", electricityAlone - heater, electricCertainty());
    add(links, "electricity", "additional_heat", heater, Certainty.MEASURED);
    return merged(links);
  }

  /** What defrosting takes from the house is less heat for it. */
  private static String target(Mode mode) {
    return switch (mode) {
      case HEATING, DEFROST -> "heating";
      case HOT_WATER -> "hot_water";
      case POOL -> "pool";
      case IDLE, UNKNOWN, COOLING -> "other";
    };
  }

  private static List<Link> merged(List<Link> links) {
    List<Link> merged = new ArrayList<>();
    for (Link link : links) {
      double all =
          links.stream()
              .filter(each -> each.from().equals(link.from()) && each.to().equals(link.to()))
              .mapToDouble(Link::kilowattHours)
              .sum();
      Link whole = new Link(link.from(), link.to(), all, link.certainty());
      if (all >= LEAST && !merged.contains(whole)) {
        merged.add(whole);
      }
    }
    return merged;
  }

  private static void add(
      List<Link> links, String from, String to, double amount, Certainty certainty) {
    if (Math.abs(amount) > 0) {
      links.add(new Link(from, to, amount, certainty));
    }
  }

  private double sum(ToDoubleFunction<Part> amount) {
    return parts.values().stream().mapToDouble(amount).sum();
  }

  private Certainty electricCertainty() {
    return certainty(choice.electricity());
  }

  /** What goes where is told by the mode, and that by the end of each step. */
  private Certainty heatCertainty() {
    return isCoarse ? Certainty.ESTIMATED : certainty(choice.heat());
  }

  private static Certainty certainty(Source source) {
    return source.isEstimate() ? Certainty.ESTIMATED : Certainty.MEASURED;
  }

  private String why() {
    if (choice.electricity().isNone()) {
      return choice.electricity().words();
    }
    if (choice.heat().isNone()) {
      return choice.heat().words();
    }
    double share = seconds > 0 ? wholeSeconds / seconds : 0;
    return share < 0.995
        ? "electricity and heat are both known %.0f %% of the time; the rest is left out"
            .formatted(Math.floor(share * 100))
        : "";
  }
}

package io.pumphouse.web.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the drawing of a heat pump shows: only what the pump's map has. Everything that changes
 * follows from cards, so {@code drawing.js} can follow them too. Public because compiled templates
 * live in a package of their own.
 */
public final class Schematic {
  private static final List<String> BRINE =
      List.of("brine_in", "brine_out", "brine_pump_on", "brine_pump_speed");
  private static final String VALVE = "reversing_valve";
  private static final String PRIORITY = "priority";

  private final Map<String, Card> cards;

  private Schematic(Map<String, Card> cards) {
    this.cards = cards;
  }

  static Schematic of(List<Card> cards) {
    return new Schematic(
        cards.stream()
            .collect(Collectors.toUnmodifiableMap(Card::name, Function.identity(), (a, _) -> a)));
  }

  /** Whether there is enough to draw: a heat pump without a compressor's state is only a list. */
  public boolean isDrawn() {
    return has("compressor_on") && !supply().isEmpty();
  }

  public boolean has(String name) {
    return cards.containsKey(name);
  }

  /** The card of this name, which is there. */
  public Card card(String name) {
    return Optional.ofNullable(cards.get(name))
        .orElseThrow(() -> new IllegalArgumentException("this pump has no " + name));
  }

  /** Whether the heat comes out of the ground rather than the air. */
  public boolean isBrine() {
    return BRINE.stream().anyMatch(this::has);
  }

  public boolean hasTank() {
    return !tankTop().isEmpty();
  }

  public boolean hasHeater() {
    return has("add_heat_power") || has("add_heat_hours");
  }

  /** What says whether the heater works; empty if nothing does. */
  public String heater() {
    return first("add_heat_power");
  }

  public String supply() {
    return fitted("supply_temp", "condenser_out", "supply_temp_external");
  }

  /** The name of what measures it; empty if nothing does, as below. */
  public String returning() {
    return fitted("return_temp", "condenser_in");
  }

  public String tankTop() {
    return fitted("hot_water_top", "hot_water_control");
  }

  /** The second sensor of the tank. */
  public String tankLow() {
    String low = first("hot_water_control");
    return low.equals(tankTop()) ? "" : low;
  }

  public String brinePump() {
    return first("brine_pump_on", "brine_pump_speed");
  }

  public String supplyPump() {
    return first("supply_pump_on", "supply_pump_speed");
  }

  /** What tells how hard the compressor works. */
  public String effort() {
    return first("compressor_frequency", "compressor_speed", "compressor_power");
  }

  /** What tells where the switch valve stands. */
  public String valve() {
    return first(VALVE, PRIORITY);
  }

  /** Where the hot water of the pump goes: {@code hot water}, {@code heating} or nothing known. */
  public String demand() {
    if (has(VALVE)) {
      return isOn(VALVE) ? "hot water" : isKnown(VALVE) ? "heating" : "";
    }
    return has(PRIORITY) && isKnown(PRIORITY) ? card(PRIORITY).meaning() : "";
  }

  /** Whether something moves: {@code true}, {@code false}, or nothing where it is not known. */
  public String runs(String name) {
    return name.isEmpty() || !isKnown(name) ? "" : String.valueOf(isOn(name));
  }

  /** Whether water moves in this branch; without a switch valve there is only one. */
  public String flows(String name, String branch) {
    String runs = runs(name);
    boolean isShared = !hasTank() || valve().isEmpty();
    return runs.equals("true") && !isShared ? String.valueOf(demand().equals(branch)) : runs;
  }

  /**
   * How deep the colour of a pipe is.
   *
   * @param from the temperature of step 0
   * @param step degrees per step; negative where cold is deep
   * @return 0 to 5; empty without a value to be believed
   */
  public String depth(String name, int from, int step) {
    if (name.isEmpty() || !card(name).isFresh()) {
      return "";
    }
    double steps = (Double.parseDouble(card(name).value()) - from) / step;
    return String.valueOf(Math.clamp((long) Math.floor(steps), 0, 5));
  }

  /** Everything the drawing shows, for those who cannot see it. */
  public List<Card> shown() {
    return List.of(
            "compressor_on",
            PRIORITY,
            VALVE,
            effort(),
            supplyPump(),
            brinePump(),
            heater(),
            "defrost_active",
            "outdoor_temp",
            "room_temp",
            supply(),
            returning(),
            tankTop(),
            tankLow(),
            "brine_in",
            "brine_out",
            "hot_gas")
        .stream()
        .filter(this::has)
        .distinct()
        .map(this::card)
        .toList();
  }

  private boolean isKnown(String name) {
    return has(name) && card(name).isFresh();
  }

  private boolean isOn(String name) {
    return isKnown(name) && Double.parseDouble(card(name).value()) != 0;
  }

  /** The first of these that the pump's map has. */
  private String first(String... names) {
    return List.of(names).stream().filter(this::has).findFirst().orElse("");
  }

  /** The first of these that is fitted, or else the first the map has. */
  private String fitted(String... names) {
    return List.of(names).stream()
        .filter(name -> has(name) && !card(name).wording().state().equals("missing"))
        .findFirst()
        .orElseGet(() -> first(names));
  }
}

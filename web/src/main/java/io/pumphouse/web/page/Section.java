package io.pumphouse.web.page;

import io.pumphouse.hal.reading.MetricGroup;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.PumpStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One pump on the page. Public because compiled templates live in a package of their own.
 *
 * @param pump the pump and its line
 * @param pulse whether it answers
 * @param answered when it last did, in words
 * @param alarms what is active on it now
 * @param schematic how it is drawn
 * @param states what it does now; none or one
 * @param groups its other readings by place on the machine
 */
public record Section(
    PumpStatus pump,
    Pulse pulse,
    String answered,
    List<ActiveAlarm> alarms,
    Schematic schematic,
    List<Group> states,
    List<Group> groups) {
  public Section {
    alarms = List.copyOf(alarms);
    states = List.copyOf(states);
    groups = List.copyOf(groups);
  }

  /**
   * The readings of one place on the machine.
   *
   * @param slug the place as style sheets know it: {@code hot-water}
   * @param label the place in words
   * @param cards in the order of the map
   */
  public record Group(String slug, String label, List<Card> cards) {
    public Group {
      cards = List.copyOf(cards);
    }

    static Group of(Tongue tongue, MetricGroup place, List<Card> cards) {
      String slug = place.name().toLowerCase(Locale.ROOT).replace('_', '-');
      return new Group(slug, tongue.sayOr("group." + slug, place.label()), cards);
    }
  }

  static Section of(
      Tongue tongue, PumpStatus pump, List<ActiveAlarm> alarms, List<LiveReading> readings) {
    Map<MetricGroup, List<Card>> byPlace = new EnumMap<>(MetricGroup.class);
    for (LiveReading reading : readings) {
      byPlace
          .computeIfAbsent(reading.group(), _ -> new ArrayList<>())
          .add(Card.of(tongue, reading));
    }
    List<Card> all = byPlace.values().stream().flatMap(List::stream).toList();
    List<Group> states = new ArrayList<>();
    List<Group> others = new ArrayList<>();
    byPlace.forEach(
        (place, cards) ->
            (place == MetricGroup.STATE ? states : others).add(Group.of(tongue, place, cards)));
    return new Section(
        pump,
        Pulse.of(pump),
        answered(tongue, pump.lastAnswer()),
        alarms,
        Schematic.of(all),
        states,
        others);
  }

  private static String answered(Tongue tongue, LastAnswer last) {
    return switch (last) {
      case LastAnswer.Never() -> tongue.say("never");
      case LastAnswer.At(var _, var age) -> Age.coarse(tongue, age);
    };
  }
}

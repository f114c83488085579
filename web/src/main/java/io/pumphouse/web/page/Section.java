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

/**
 * One pump on the page. Public because compiled templates live in a package of their own.
 *
 * @param pump the pump and its line
 * @param alarms what is active on it now
 * @param groups its readings by place on the machine
 */
public record Section(PumpStatus pump, List<ActiveAlarm> alarms, List<Group> groups) {
  public Section {
    alarms = List.copyOf(alarms);
    groups = List.copyOf(groups);
  }

  /**
   * The readings of one place on the machine.
   *
   * @param place where
   * @param cards in the order of the map
   */
  public record Group(MetricGroup place, List<Card> cards) {
    public Group {
      cards = List.copyOf(cards);
    }

    /** The place as style sheets know it: {@code hot-water}. */
    public String slug() {
      return place.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Section of(PumpStatus pump, List<ActiveAlarm> alarms, List<LiveReading> readings) {
    EnumMap<MetricGroup, List<Card>> byPlace = new EnumMap<>(MetricGroup.class);
    for (LiveReading reading : readings) {
      byPlace.computeIfAbsent(reading.group(), _ -> new ArrayList<>()).add(Card.of(reading));
    }
    return new Section(
        pump,
        alarms,
        byPlace.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList());
  }

  /** The link in words. */
  public String link() {
    return Words.of(pump.link());
  }

  /** Milliseconds since the pump last answered; empty if it never did. */
  public String answerAgeMillis() {
    return switch (pump.lastAnswer()) {
      case LastAnswer.Never() -> "";
      case LastAnswer.At(var _, var age) -> String.valueOf(age.toMillis());
    };
  }

  /** When the pump last answered, in words. */
  public String lastAnswer() {
    return switch (pump.lastAnswer()) {
      case LastAnswer.Never() -> "never";
      case LastAnswer.At(var _, var age) -> Age.coarse(age);
    };
  }
}

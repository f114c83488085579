package io.pumphouse.web.page;

import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.web.model.LiveReading;
import java.util.List;

/**
 * What the pulse meter says, as a page shows it. Public because compiled templates live in a
 * package of their own.
 *
 * @param pump whose electricity it measures
 * @param cards the power and the counter, as far as they have been read
 * @param advice what to do where it does not say what it should; empty if it does
 */
public record MeterPanel(String pump, List<Card> cards, String advice) {
  private static final List<String> SERIES =
      List.of(Metric.ELECTRIC_POWER.key(), Metric.METERED_ELECTRICITY.key());

  public MeterPanel {
    cards = List.copyOf(cards);
  }

  static MeterPanel of(Tongue tongue, String pump, List<LiveReading> readings) {
    List<LiveReading> metered =
        readings.stream().filter(reading -> SERIES.contains(reading.name())).toList();
    return new MeterPanel(
        pump,
        metered.stream().map(reading -> Card.of(tongue, reading)).toList(),
        metered.stream()
            .filter(reading -> reading.sample() instanceof Invalid)
            .map(reading -> advice(tongue, (Invalid) reading.sample()))
            .findFirst()
            .orElse(""));
  }

  private static String advice(Tongue tongue, Invalid sample) {
    return tongue.sayOr("pins.meter." + sample.fault().code(), "");
  }
}

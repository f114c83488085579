package io.pumphouse.web.page;

import io.pumphouse.web.model.Efficiency;
import io.pumphouse.web.model.Energy;
import io.pumphouse.web.model.HotWaterCycles;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.Reckoned;
import io.pumphouse.web.model.Reckoned.Known;
import io.pumphouse.web.model.Reckoned.Unknown;
import io.pumphouse.web.model.RunTime;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a pump did lately, and what happened last. Public because compiled templates live in a
 * package of their own.
 *
 * @param pump its name
 * @param until the time of day it is about
 * @param figures the key figures
 * @param unknown why some of them are not known, each reason once
 * @param lastAlarm the last alarm the pump remembers, in words; may be empty
 * @param events the newest, newest first
 * @param spreads lowest, mean and highest of the last 24 hours
 */
public record Today(
    String pump,
    String until,
    List<Fact> figures,
    List<Reason> unknown,
    String lastAlarm,
    List<Logbook.Line> events,
    List<Spread> spreads) {
  public Today {
    figures = List.copyOf(figures);
    unknown = List.copyOf(unknown);
    events = List.copyOf(events);
    spreads = List.copyOf(spreads);
  }

  /**
   * One key figure.
   *
   * @param figure the number; a dash if it is not known
   * @param note what else belongs to it; may be empty
   * @param why why it is not known, in English; empty if it is
   */
  public record Fact(
      String slug, String label, String figure, String unit, String note, String why) {}

  /**
   * Why figures are not known.
   *
   * @param labels of the figures
   * @param why in English
   */
  public record Reason(String labels, String why) {}

  /** A reason that goes for all of them would otherwise fill the page. */
  private static List<Reason> reasons(List<Fact> figures) {
    Map<String, List<Fact>> unknown =
        figures.stream()
            .filter(fact -> !fact.why().isEmpty())
            .collect(Collectors.groupingBy(Fact::why, LinkedHashMap::new, Collectors.toList()));
    return unknown.entrySet().stream()
        .map(
            each ->
                new Reason(
                    each.getValue().stream().map(Fact::label).collect(Collectors.joining(", ")),
                    each.getKey()))
        .toList();
  }

  static Today of(
      Tongue tongue,
      Frames frames,
      Site site,
      Lately.Picture picture,
      String lastAlarm,
      List<LiveReading> readings) {
    Summary summary = picture.today();
    List<Fact> figures = new ArrayList<>();
    figures.add(energy(tongue, "electricity", summary.electricity()));
    figures.add(energy(tongue, "heat", summary.heat()));
    figures.add(cop(tongue, summary));
    if (site.tariff().isKnown()) {
      figures.add(fact(tongue, "cost", summary.cost(), 2, site.tariff().currency(), ""));
    }
    figures.add(
        fact(
            tongue,
            "average-power",
            summary.averagePower(),
            0,
            "W",
            noted(tongue, "figure.peak", summary.peakPower(), 0)));
    figures.add(running(tongue, "compressor", summary.compressor()));
    figures.add(fact(tongue, "starts", summary.starts(), 0, "", ""));
    figures.add(running(tongue, "additional-heat", summary.additionalHeat()));
    figures.add(
        fact(tongue, "cycles", summary.cycles().count(), 0, "", charges(tongue, summary.cycles())));
    return new Today(
        picture.pump().name(),
        frames.timeOfDay(tongue, picture.at()),
        figures,
        reasons(figures),
        lastAlarm,
        picture.events().stream().map(event -> Logbook.line(tongue, frames, event)).toList(),
        Spread.of(tongue, readings, picture.extremes()));
  }

  private static Fact energy(Tongue tongue, String slug, Energy energy) {
    return fact(
        tongue,
        slug,
        energy.kilowattHours(),
        1,
        "kWh",
        energy.basis().isEstimate() ? tongue.say("figure.estimate") : "");
  }

  private static Fact cop(Tongue tongue, Summary summary) {
    Efficiency efficiency = summary.efficiency();
    boolean isEstimate =
        summary.electricity().basis().isEstimate() || summary.heat().basis().isEstimate();
    List<String> notes = new ArrayList<>();
    if (efficiency.margin() > 0) {
      notes.add("±\u00a0" + Amount.number(tongue, efficiency.margin(), 2));
    }
    if (isEstimate) {
      notes.add(tongue.say("figure.estimate"));
    }
    return fact(tongue, "cop", efficiency.cop(), 2, "", String.join(" · ", notes));
  }

  private static String charges(Tongue tongue, HotWaterCycles cycles) {
    return Stream.of(
            noted(tongue, "figure.minutes-each", cycles.minutes(), 0),
            noted(tongue, "figure.heat-each", cycles.heat(), 1))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static Fact running(Tongue tongue, String slug, RunTime time) {
    String share =
        switch (time.share()) {
          case Known(double known) -> Amount.percent(tongue, known);
          case Unknown _ -> "";
        };
    return fact(tongue, slug, time.hours(), 1, "h", share);
  }

  private static Fact fact(
      Tongue tongue, String slug, Reckoned amount, int places, String unit, String note) {
    String label = tongue.say("figure." + slug);
    return switch (amount) {
      case Known(double known) ->
          new Fact(slug, label, Amount.number(tongue, known, places), unit, note, "");
      case Unknown(String why) -> new Fact(slug, label, "–", "", "", why);
    };
  }

  private static String noted(Tongue tongue, String key, Reckoned amount, int places) {
    return switch (amount) {
      case Known(double known) -> tongue.say(key, Amount.number(tongue, known, places));
      case Unknown _ -> "";
    };
  }
}

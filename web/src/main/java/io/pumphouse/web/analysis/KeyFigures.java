package io.pumphouse.web.analysis;

import io.pumphouse.web.model.Basis;
import io.pumphouse.web.model.Border;
import io.pumphouse.web.model.Energy;
import io.pumphouse.web.model.HotWaterCycles;
import io.pumphouse.web.model.Reckoned;
import io.pumphouse.web.model.Reckoned.Known;
import io.pumphouse.web.model.Reckoned.Unknown;
import io.pumphouse.web.model.RunTime;
import io.pumphouse.web.model.Summary;
import io.pumphouse.web.page.Amount;
import io.pumphouse.web.page.Tongue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The key figures as a person reads them: each with what it rests on, or why it is not known. */
final class KeyFigures {
  private final Tongue tongue;
  private final Summary summary;

  private final Price price;

  private KeyFigures(Tongue tongue, Summary summary, Price price) {
    this.tongue = tongue;
    this.summary = summary;
    this.price = price;
  }

  static List<KeyFigure> of(Tongue tongue, Summary summary, Price price, String currency) {
    return new KeyFigures(tongue, summary, price).all(currency);
  }

  /** What they are called, in their order. */
  static List<String> labels(Tongue tongue) {
    return Stream.of(
            "cop",
            "electricity",
            "heat",
            "cost",
            "average-power",
            "compressor",
            "starts",
            "additional-heat",
            "cycles",
            "standby")
        .map(slug -> tongue.say("figure." + slug))
        .toList();
  }

  private List<KeyFigure> all(String currency) {
    return List.of(
        cop(),
        energy("electricity", summary.electricity()),
        energy("heat", summary.heat()),
        figure("cost", cost(), 2, currency),
        figure("average-power", summary.averagePower(), 0, "W")
            .noting(words("figure.peak", summary.peakPower(), 0)),
        runTime("compressor", summary.compressor()),
        figure("starts", summary.starts(), 0, "")
            .noting(words("figure.per-hour", summary.startsPerHour(), 2)),
        runTime("additional-heat", summary.additionalHeat()),
        figure("cycles", summary.cycles().count(), 0, "").noting(charges(summary.cycles())),
        figure("standby", summary.standby(), 1, "kWh"));
  }

  private KeyFigure cop() {
    Basis electricity = summary.electricity().basis();
    Basis heat = summary.heat().basis();
    double quality = Math.min(electricity.quality(), heat.quality());
    boolean isEstimate = electricity.isEstimate() || heat.isEstimate();
    return figure("cop", summary.efficiency().cop(), 2, "")
        .noting(
            joined(
                margin(summary.efficiency().margin()),
                standing(electricity.border(), quality, isEstimate)));
  }

  private Reckoned cost() {
    return price.cost(summary.electricity().kilowattHours(), summary.cost());
  }

  private KeyFigure energy(String slug, Energy energy) {
    Basis basis = energy.basis();
    return figure(slug, energy.kilowattHours(), 1, "kWh")
        .noting(standing(Border.NONE, basis.quality(), basis.isEstimate()))
        .restingOn(basis.words());
  }

  private KeyFigure runTime(String slug, RunTime time) {
    String share = KeyFigure.percent(tongue, time.share());
    return figure(slug, time.hours(), 1, "h")
        .noting(share.isEmpty() ? "" : tongue.say("figure.share", share));
  }

  private KeyFigure figure(String slug, Reckoned amount, int places, String unit) {
    return KeyFigure.of(tongue, slug, amount, places, unit);
  }

  /** What it takes in, how much of the time it covers, and whether something was assumed. */
  private String standing(Border border, double quality, boolean isEstimate) {
    return joined(
        isEstimate ? tongue.say("figure.estimate") : "",
        border == Border.NONE ? "" : tongue.say("border." + border.name()),
        tongue.say("figure.quality", KeyFigure.percent(tongue, new Known(quality))));
  }

  /** How far off it may be because meters count in steps; nothing where nothing is counted. */
  private String margin(double margin) {
    return margin > 0 ? "±\u00a0" + Amount.number(tongue, margin, 2) : "";
  }

  private String charges(HotWaterCycles cycles) {
    return joined(
        words("figure.per-day", cycles.perDay(), 1),
        words("figure.minutes-each", cycles.minutes(), 0),
        words("figure.heat-each", cycles.heat(), 1));
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }

  private String words(String key, Reckoned amount, int places) {
    return switch (amount) {
      case Known(double known) -> tongue.say(key, Amount.number(tongue, known, places));
      case Unknown _ -> "";
    };
  }
}

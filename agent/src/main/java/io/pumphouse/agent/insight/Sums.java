package io.pumphouse.agent.insight;

import io.pumphouse.web.model.Basis;
import io.pumphouse.web.model.DaySum;
import io.pumphouse.web.model.Energy;
import io.pumphouse.web.model.Reckoned;
import io.pumphouse.web.model.Reckoned.Known;
import io.pumphouse.web.model.Reckoned.Unknown;
import io.pumphouse.web.model.Tariff;
import java.time.LocalDate;

/** Energy and cost of a time, and how far they are known. Confined to one thread. */
final class Sums {
  private final Ratio ratio = new Ratio();
  private double seconds;
  private double electricity;
  private double electricityCovered;
  private boolean hasElectricity;
  private double heat;
  private double heatCovered;
  private boolean hasHeat;
  private double cost;

  void add(Sheet sheet, int i, double price, boolean isCooling) {
    double time = sheet.seconds(i);
    seconds += time;
    if (sheet.electricity.isKnown(i)) {
      hasElectricity = true;
      electricity += sheet.electricity.energy(i);
      cost += sheet.electricity.energy(i) * price;
    }
    electricityCovered += time * sheet.electricity.covered(i);
    if (sheet.heat.isKnown(i) && !isCooling) {
      hasHeat = true;
      heat += sheet.heat.energy(i);
    }
    heatCovered += time * sheet.heat.covered(i);
    if (sheet.isWhole(i) && !isCooling) {
      ratio.add(sheet, i, sheet.heat.energy(i), Double.NaN);
    }
  }

  Energy electricity(Source source) {
    return new Energy(knows(electricity, source), basis(source, electricityCovered));
  }

  Energy heat(Source source) {
    return new Energy(knowsHeat(heat, source), basis(source, heatCovered));
  }

  /** An amount that is known if electricity is. */
  Reckoned knows(double amount, Source source) {
    return hasElectricity ? new Known(amount) : new Unknown(why(source));
  }

  /** An amount that is known if heat is. */
  Reckoned knowsHeat(double amount, Source source) {
    return hasHeat ? new Known(amount) : new Unknown(why(source));
  }

  Reckoned cost(Tariff tariff, Source source) {
    return tariff.isKnown()
        ? knows(cost, source)
        : new Unknown("no price is configured (site: electricity-price)");
  }

  DaySum day(LocalDate date, Choice choice, Tariff tariff, String why) {
    return new DaySum(
        date,
        knows(electricity, choice.electricity()),
        knowsHeat(heat, choice.heat()),
        ratio.cop(why),
        cost(tariff, choice.electricity()),
        share(electricityCovered));
  }

  private Basis basis(Source source, double covered) {
    return source.isNone() ? Basis.nothing(source.words()) : source.basis(share(covered));
  }

  private double share(double covered) {
    return seconds > 0 ? covered / seconds : 0;
  }

  private static String why(Source source) {
    return source.isNone() ? source.words() : "no value in this time";
  }
}

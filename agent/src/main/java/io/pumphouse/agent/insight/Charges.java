package io.pumphouse.agent.insight;

import io.pumphouse.web.model.HotWaterCycles;
import io.pumphouse.web.model.Reckoned;
import io.pumphouse.web.model.Reckoned.Known;
import io.pumphouse.web.model.Reckoned.Unknown;

/**
 * Charges of the hot-water tank: from the change to hot water until the change away from it, two
 * minutes or more (dsjodin/heatpump), both seen. A charge with more than 15 minutes unseen is none.
 * Confined to one thread.
 */
final class Charges {
  private static final double LEAST = 120;
  private static final double UNSEEN = 900;
  private static final double SECONDS_OF_A_DAY = 86_400;
  private static final double SECONDS_OF_A_MINUTE = 60;

  private boolean isCoarse;
  private double seen;
  private double unseen;
  private boolean isBefore; // it was seen not to charge, so the next change is a beginning
  private boolean isCharging;
  private double seconds;
  private final Amount heat = new Amount();
  private final Amount electricity = new Amount();
  private int count;
  private double allSeconds;
  private final Amount allHeat = new Amount();
  private final Amount allElectricity = new Amount();

  /** A sum that is only known if all of it is. */
  private static final class Amount {
    private double sum;

    void add(double part) {
      sum += part;
    }

    double take() {
      double taken = sum;
      sum = 0;
      return taken;
    }

    Reckoned meanOf(int count, String why) {
      return Double.isNaN(sum) || count == 0 ? new Unknown(why) : new Known(sum / count);
    }
  }

  void add(Sheet sheet) {
    isCoarse |= !sheet.piece.isFine();
    for (int i = 0; i < sheet.steps(); i++) {
      switch (sheet.modes[i]) {
        case UNKNOWN -> pass(sheet.seconds(i));
        case HOT_WATER -> charge(sheet, i);
        case HEATING, COOLING, POOL, DEFROST, IDLE -> rest(sheet.seconds(i));
      }
    }
  }

  private void pass(double time) {
    unseen += time;
    if (unseen > UNSEEN) {
      isCharging = false;
      isBefore = false;
    }
  }

  private void charge(Sheet sheet, int step) {
    if (!isCharging && isBefore) {
      isCharging = true;
      seconds = 0;
      heat.take();
      electricity.take();
    }
    isBefore = false;
    see(sheet.seconds(step));
    heat.add(sheet.heat.energy(step));
    electricity.add(sheet.electricity.energy(step));
  }

  private void rest(double time) {
    if (isCharging && seconds >= LEAST) {
      count++;
      allSeconds += seconds;
      allHeat.add(heat.take());
      allElectricity.add(electricity.take());
    }
    isCharging = false;
    isBefore = true;
    see(time);
  }

  private void see(double time) {
    seconds += time + unseen;
    seen += time;
    unseen = 0;
  }

  HotWaterCycles cycles() {
    if (seen == 0) {
      return HotWaterCycles.unknown(
          "the pump tells neither what it works on nor its hot-water valve");
    }
    if (isCoarse) {
      return HotWaterCycles.unknown(Piece.COARSE);
    }
    String none = "no whole charge in this time";
    return new HotWaterCycles(
        new Known(count),
        new Known(count * SECONDS_OF_A_DAY / seen),
        count == 0 ? new Unknown(none) : new Known(allSeconds / count / SECONDS_OF_A_MINUTE),
        allHeat.meanOf(count, count == 0 ? none : "heat is not known throughout"),
        allElectricity.meanOf(count, count == 0 ? none : "electricity is not known throughout"));
  }
}

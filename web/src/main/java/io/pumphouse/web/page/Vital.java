package io.pumphouse.web.page;

import io.pumphouse.web.model.MachineHealth;
import io.pumphouse.web.model.Vitals;
import io.pumphouse.web.model.Vitals.Figure.Known;
import io.pumphouse.web.model.Vitals.Figure.Unknown;
import io.pumphouse.web.model.Wear;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing to know of the machine. Public because compiled templates live in a package of their
 * own.
 *
 * @param label what it is
 * @param figure how it is; a dash where nobody tells
 * @param note what else belongs to it; may be empty
 * @param why the rest in English: what was assumed, why it is not known; may be empty
 * @param isBad whether somebody should look after it
 */
public record Vital(String label, String figure, String note, String why, boolean isBad) {
  private static final String UNKNOWN = "–";
  private static final double HOT = 80;
  private static final double SCARCE = 0.1;

  /** Whether anybody tells. */
  boolean isKnown() {
    return !figure.equals(UNKNOWN);
  }

  /** Processor, memory, temperature and voltage. */
  public static List<Vital> machine(Tongue tongue, MachineHealth machine) {
    Vitals vitals = machine.vitals();
    return List.of(
        processor(tongue, vitals.cpu()),
        memory(tongue, vitals.memoryFree(), vitals.memoryTotal()),
        temperature(tongue, vitals.celsius()),
        power(tongue, vitals.power()));
  }

  /** The disk under the data folder: room, what was written, how long it lasts. */
  public static List<Vital> disk(Tongue tongue, MachineHealth machine) {
    Wear wear = machine.wear();
    List<Vital> all = new ArrayList<>();
    all.add(room(tongue, wear));
    all.add(written(tongue, "vital.written", wear.byAgent(), wear));
    all.add(written(tongue, "vital.written-all", wear.toDisk(), wear));
    all.add(life(tongue, wear.life()));
    return all;
  }

  private static Vital processor(Tongue tongue, Vitals.Figure cpu) {
    return switch (cpu) {
      case Known(double share) -> of(tongue, "vital.cpu", Amount.percent(tongue, share), "", false);
      case Unknown _ -> untold(tongue, "vital.cpu", "");
    };
  }

  private static Vital memory(Tongue tongue, Vitals.Figure free, Vitals.Figure total) {
    return free instanceof Known(double left) && total instanceof Known(double all)
        ? of(
            tongue,
            "vital.memory",
            Amount.bytes(tongue, (long) left),
            tongue.say("vital.of", Amount.bytes(tongue, (long) all)),
            left < all * SCARCE)
        : untold(tongue, "vital.memory", "");
  }

  private static Vital temperature(Tongue tongue, Vitals.Figure celsius) {
    return switch (celsius) {
      case Known(double degrees) ->
          of(
              tongue,
              "vital.temperature",
              Amount.number(tongue, degrees, 0) + "\u00a0°C",
              "",
              degrees >= HOT);
      case Unknown _ -> untold(tongue, "vital.temperature", "");
    };
  }

  private static Vital power(Tongue tongue, Vitals.Power power) {
    boolean isBad = power == Vitals.Power.LOW || power == Vitals.Power.WAS_LOW;
    return power == Vitals.Power.UNKNOWN
        ? untold(tongue, "vital.power", "")
        : of(tongue, "vital.power", tongue.say("vital.power." + power.name()), "", isBad);
  }

  private static Vital room(Tongue tongue, Wear wear) {
    String free = Amount.bytes(tongue, wear.freeBytes());
    return switch (wear.disk()) {
      case Wear.Disk.Device(String name, long bytes) ->
          of(
              tongue,
              "vital.disk",
              free,
              tongue.say("vital.of", Amount.bytes(tongue, bytes)) + ", " + name,
              wear.freeBytes() < bytes * SCARCE);
      case Wear.Disk.Unseen(String why) ->
          new Vital(tongue.say("vital.disk"), free, "", why, false);
    };
  }

  private static Vital written(Tongue tongue, String key, Wear.Written written, Wear wear) {
    return switch (written) {
      case Wear.Written.Bytes(long bytes) ->
          of(
              tongue,
              key,
              Amount.bytes(tongue, bytes),
              tongue.say("vital.in", Age.exact(wear.over())),
              false);
      case Wear.Written.Uncounted(String why) -> untold(tongue, key, why);
    };
  }

  private static Vital life(Tongue tongue, Wear.Life life) {
    return switch (life) {
      case Wear.Life.Told(int used, boolean isNearEnd) ->
          of(tongue, "vital.life", tongue.say("vital.life.used", used), "", isNearEnd);
      case Wear.Life.Estimated(double years, String assumption) ->
          new Vital(
              tongue.say("vital.life"),
              tongue.say(
                  years >= 100 ? "vital.life.long" : "vital.life.years",
                  Amount.number(tongue, years, 0)),
              tongue.say("figure.estimate"),
              assumption,
              years < 1);
      case Wear.Life.Unknown(String why) -> untold(tongue, "vital.life", why);
    };
  }

  private static Vital of(Tongue tongue, String key, String figure, String note, boolean isBad) {
    return new Vital(tongue.say(key), figure, note, "", isBad);
  }

  private static Vital untold(Tongue tongue, String key, String why) {
    return new Vital(tongue.say(key), UNKNOWN, "", why, false);
  }
}

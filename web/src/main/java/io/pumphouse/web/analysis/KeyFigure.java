package io.pumphouse.web.analysis;

import io.pumphouse.web.model.Reckoned;
import io.pumphouse.web.model.Reckoned.Known;
import io.pumphouse.web.model.Reckoned.Unknown;
import io.pumphouse.web.page.Amount;
import io.pumphouse.web.page.Tongue;

/**
 * One number that sums up a time. Public because compiled templates live in a package of their own.
 *
 * @param slug the place of the figure for style sheets
 * @param label what it is
 * @param figure the number; empty if it is not known
 * @param unit what stands beside it; may be empty
 * @param note what else belongs to it; may be empty
 * @param basis what it rests on, in English; may be empty
 * @param why why it is not known, in English; empty if it is
 */
public record KeyFigure(
    String slug, String label, String figure, String unit, String note, String basis, String why) {
  static KeyFigure of(Tongue tongue, String slug, Reckoned amount, int places, String unit) {
    String label = tongue.say("figure." + slug);
    return switch (amount) {
      case Known(double known) ->
          new KeyFigure(slug, label, Amount.number(tongue, known, places), unit, "", "", "");
      case Unknown(String why) -> new KeyFigure(slug, label, "", "", "", "", why);
    };
  }

  /** The same with a note, which says nothing where the number is not known. */
  KeyFigure noting(String also) {
    return figure.isEmpty() ? this : new KeyFigure(slug, label, figure, unit, also, basis, why);
  }

  /** The same with what it rests on. */
  KeyFigure restingOn(String words) {
    return figure.isEmpty() ? this : new KeyFigure(slug, label, figure, unit, note, words, why);
  }

  /** The number, or a dash where it is not known. */
  static String orDash(Tongue tongue, Reckoned amount, int places) {
    return switch (amount) {
      case Known(double known) -> Amount.number(tongue, known, places);
      case Unknown _ -> "–";
    };
  }

  /** A share in per cent, or nothing where it is not known. */
  static String percent(Tongue tongue, Reckoned share) {
    return switch (share) {
      case Known(double known) -> Amount.number(tongue, known * 100, 0) + "\u00a0%";
      case Unknown _ -> "";
    };
  }
}

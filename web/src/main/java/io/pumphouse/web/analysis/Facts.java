package io.pumphouse.web.analysis;

import io.pumphouse.web.model.Reckoned;
import io.pumphouse.web.model.Summary;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What charts take from the key figures, as programs write numbers; what is not known is empty.
 * Public because compiled templates live in a package of their own.
 *
 * @param cop of the whole time
 * @param compressor hours
 * @param hotWater hours of the compressor
 * @param additional hours
 * @param idle hours
 * @param estimate what in electricity and heat was assumed, in English; empty if nothing was
 */
public record Facts(
    String cop,
    String compressor,
    String hotWater,
    String additional,
    String idle,
    String estimate) {
  static Facts of(Summary summary) {
    return new Facts(
        text(summary.efficiency().cop()),
        text(summary.compressor().hours()),
        text(summary.hotWater().hours()),
        text(summary.additionalHeat().hours()),
        text(summary.idle().hours()),
        estimate(summary));
  }

  private static String text(Reckoned amount) {
    var value = amount.value();
    return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
  }

  private static String estimate(Summary summary) {
    return Stream.of(summary.electricity().basis(), summary.heat().basis())
        .filter(basis -> basis.isEstimate())
        .map(basis -> basis.words())
        .distinct()
        .collect(Collectors.joining("; "));
  }
}

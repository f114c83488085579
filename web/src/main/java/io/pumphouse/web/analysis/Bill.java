package io.pumphouse.web.analysis;

import io.pumphouse.web.model.Reckoned.Known;
import io.pumphouse.web.model.Reckoned.Unknown;
import io.pumphouse.web.model.Tariff;
import io.pumphouse.web.page.Amount;
import io.pumphouse.web.page.Tongue;
import java.util.stream.Collectors;

/**
 * Which price a cost was worked out with. Public because compiled templates live in a package of
 * their own.
 *
 * @param isYours whether it is the reader's own rather than the configured one
 * @param yours the reader's own, as it stands in a field; may be empty
 * @param configured in words; empty if none is
 * @param unit {@code SEK/kWh}
 * @param wrong what was typed that is no price; may be empty
 */
public record Bill(boolean isYours, String yours, String configured, String unit, String wrong) {
  static Bill of(Tongue tongue, Price price, Tariff tariff) {
    String yours =
        switch (price.perKilowattHour()) {
          case Known(double amount) -> number(tongue, amount);
          case Unknown _ -> "";
        };
    String unit = tariff.currency().isEmpty() ? "per kWh" : tariff.currency() + "/kWh";
    return new Bill(price.isSaid(), yours, configured(tongue, tariff), unit, price.wrong());
  }

  private static String configured(Tongue tongue, Tariff tariff) {
    return tariff.rates().stream()
        .map(rate -> rate(tongue, tariff, rate))
        .collect(Collectors.joining(", "));
  }

  private static String rate(Tongue tongue, Tariff tariff, Tariff.Rate rate) {
    String amount = number(tongue, rate.perKilowattHour());
    return tariff.rates().size() == 1
        ? amount
        : tongue.say("price.from", rate.from().toString(), amount);
  }

  private static String number(Tongue tongue, double amount) {
    return Amount.number(tongue, amount, 2);
  }
}

package io.pumphouse.agent.config;

import io.pumphouse.web.model.Tariff;
import io.pumphouse.web.model.Tariff.Rate;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Prices of a kWh: one for the whole day, or several with the local time each begins at. */
final class Prices {
  private static final int MOST = 96;
  private static final String NUMBER = "(-?[0-9]{1,5}(?:\\.[0-9]{1,6})?)";
  private static final Pattern ONE = Pattern.compile(NUMBER);
  private static final Pattern TIMED =
      Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9]) +" + NUMBER);

  static final Kind<List<Rate>> KIND =
      new Kind<>(
          "a price per kWh such as 1.85, or times and prices such as"
              + " \"06:00 2.10, 22:00 1.20\", each time once",
          Prices::parse);

  static final Kind<String> CURRENCY =
      new Kind<>(
          "1 to 5 letters, such as SEK",
          text -> Optional.of(text).filter(word -> word.matches("\\p{L}{1,5}|\\p{Sc}")));

  private Prices() {}

  /** The prices as a person would write them; empty for none. */
  static String text(List<Rate> rates) {
    boolean isOne = rates.size() == 1 && rates.getFirst().from().equals(LocalTime.MIDNIGHT);
    return rates.stream()
        .map(rate -> (isOne ? "" : rate.from() + " ") + plain(rate.perKilowattHour()))
        .collect(Collectors.joining(", "));
  }

  private static String plain(double price) {
    return BigDecimal.valueOf(price).stripTrailingZeros().toPlainString();
  }

  static Tariff read(Section site) {
    List<Rate> rates = site.optional("electricity-price", KIND, List.of());
    return new Tariff(site.optional("currency", CURRENCY, ""), rates);
  }

  private static Optional<List<Rate>> parse(String text) {
    Matcher one = ONE.matcher(text);
    return one.matches()
        ? Optional.of(List.of(new Rate(LocalTime.MIDNIGHT, Double.parseDouble(one.group(1)))))
        : timed(text);
  }

  private static Optional<List<Rate>> timed(String text) {
    List<Rate> rates = new ArrayList<>();
    for (String part : text.split(", *", MOST + 1)) {
      Matcher rate = TIMED.matcher(part);
      if (!rate.matches()) {
        return Optional.empty();
      }
      LocalTime from =
          LocalTime.of(Integer.parseInt(rate.group(1)), Integer.parseInt(rate.group(2)));
      rates.add(new Rate(from, Double.parseDouble(rate.group(3))));
    }
    rates.sort(Comparator.comparing(Rate::from));
    boolean isEachOnce = rates.stream().map(Rate::from).distinct().count() == rates.size();
    return isEachOnce ? Optional.of(List.copyOf(rates)) : Optional.empty();
  }
}

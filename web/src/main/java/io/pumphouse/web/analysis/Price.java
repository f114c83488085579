package io.pumphouse.web.analysis;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.pumphouse.web.model.Reckoned;
import io.pumphouse.web.model.Reckoned.Known;
import io.pumphouse.web.model.Reckoned.Unknown;
import java.time.Duration;
import java.util.Optional;

/**
 * What somebody says electricity costs them, kept by their browser; it changes what they see and
 * nothing else. Immutable.
 *
 * @param perKilowattHour in the site's currency; unknown where nothing was said
 * @param wrong what they typed, if it is no price; empty if it is
 */
record Price(Reckoned perKilowattHour, String wrong) {
  private static final String NAME = "price";
  private static final int KEPT_SECONDS = Math.toIntExact(Duration.ofDays(400).toSeconds());
  private static final String LEGAL = "-?[0-9]{1,5}([.,][0-9]{1,4})?";
  private static final Price UNSAID = new Price(new Unknown("not said"), "");

  /**
   * What is said in the address, which is kept, or was said before; an empty text takes it back.
   */
  static Price of(Context context) {
    Optional<String> typed = Optional.ofNullable(context.queryParam(NAME)).map(String::strip);
    if (typed.isEmpty()) {
      Price kept = of(Optional.ofNullable(context.cookie(NAME)).orElse(""));
      return kept.wrong.isEmpty() ? kept : UNSAID;
    }
    Price price = of(typed.get());
    if (price.wrong.isEmpty()) {
      keep(context, typed.get());
    }
    return price;
  }

  private static Price of(String typed) {
    if (typed.isEmpty()) {
      return UNSAID;
    }
    return typed.matches(LEGAL)
        ? new Price(new Known(Double.parseDouble(typed.replace(',', '.'))), "")
        : new Price(UNSAID.perKilowattHour, typed);
  }

  private static void keep(Context context, String price) {
    Cookie cookie = new Cookie(NAME, price.replace(',', '.'));
    cookie.setPath("/");
    cookie.setMaxAge(price.isEmpty() ? 0 : KEPT_SECONDS);
    cookie.setSameSite(SameSite.LAX);
    context.cookie(cookie);
  }

  boolean isSaid() {
    return perKilowattHour instanceof Known;
  }

  /** What so much electricity costs: at this price, or where none was said, as it was reckoned. */
  Reckoned cost(Reckoned kilowattHours, Reckoned otherwise) {
    return switch (perKilowattHour) {
      case Unknown _ -> otherwise;
      case Known(double price) ->
          switch (kilowattHours) {
            case Known(double amount) -> new Known(amount * price);
            case Unknown unknown -> unknown;
          };
    };
  }
}

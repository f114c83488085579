package io.pumphouse.web.page;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.Header;
import io.javalin.http.SameSite;
import io.pumphouse.web.model.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which language somebody wants: what they chose, now or before, else what the settings say, else
 * what their browser says.
 */
final class ChosenTongue {
  private static final String LANG = "lang";
  private static final int KEPT_SECONDS = Math.toIntExact(Duration.ofDays(400).toSeconds());

  private final Settings settings;

  ChosenTongue(Settings settings) {
    this.settings = settings;
  }

  /** The language of the answer; a choice in the address is kept for later visits. */
  Tongue of(Context context) {
    Optional<Tongue> chosen = Optional.ofNullable(context.queryParam(LANG)).flatMap(Tongue::of);
    chosen.ifPresent(tongue -> keep(context, tongue));
    return chosen
        .or(() -> Optional.ofNullable(context.cookie(LANG)).flatMap(Tongue::of))
        .or(() -> Tongue.of(settings.language()))
        .orElseGet(
            () -> accepted(Optional.ofNullable(context.header(Header.ACCEPT_LANGUAGE)).orElse("")));
  }

  /** Browsers send their languages best first. */
  private static Tongue accepted(String header) {
    return Arrays.stream(header.split(","))
        .map(language -> language.strip().split("[-;]", 2)[0].toLowerCase(Locale.ROOT))
        .flatMap(code -> Tongue.of(code).stream())
        .findFirst()
        .orElse(Tongue.ENGLISH);
  }

  private static void keep(Context context, Tongue tongue) {
    Cookie cookie = new Cookie(LANG, tongue.code());
    cookie.setPath("/");
    cookie.setMaxAge(KEPT_SECONDS);
    cookie.setSameSite(SameSite.LAX);
    context.cookie(cookie);
  }
}

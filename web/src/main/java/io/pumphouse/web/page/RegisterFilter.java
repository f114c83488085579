package io.pumphouse.web.page;

import io.javalin.http.Context;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.web.model.Last;
import io.pumphouse.web.model.RegisterStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which registers somebody wants to see. Public because compiled templates live in a package of
 * their own.
 *
 * @param pump of which pump
 * @param text what their number, name or label contains; empty for any
 * @param show {@code all}, {@code asked} or {@code faulty}
 * @param page from 1
 */
public record RegisterFilter(String pump, String text, String show, int page) {
  private static final List<String> SHOWS = List.of("asked", "faulty", "all");

  static RegisterFilter of(Context context, String pump) {
    String show = parameter(context, "show");
    String page = parameter(context, "page");
    return new RegisterFilter(
        pump,
        parameter(context, "q").strip(),
        SHOWS.contains(show) ? show : SHOWS.getFirst(),
        page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1);
  }

  static String parameter(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).orElse("");
  }

  public List<String> shows() {
    return SHOWS;
  }

  boolean accepts(RegisterStatus status) {
    return isShown(status) && (text.isEmpty() || hasText(status));
  }

  private boolean isShown(RegisterStatus status) {
    return switch (show) {
      case "asked" -> !status.every().isZero() || status.newest() instanceof Last.Was<?>;
      case "faulty" ->
          status.newest() instanceof Last.Was<?>(Invalid _, _)
              || status.bad() instanceof Last.Was<?>;
      default -> true;
    };
  }

  private boolean hasText(RegisterStatus status) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return (status.register().id().name() + " " + status.name() + " " + status.register().label())
        .toLowerCase(Locale.ROOT)
        .contains(wanted);
  }

  /** The same, on another page. */
  public String address(int otherPage) {
    return "?pump=%s&q=%s&show=%s&page=%d".formatted(coded(pump), coded(text), show, otherPage);
  }

  /** One register, looked into. */
  public String address(String register) {
    return "?pump=%s&q=%s&show=%s&page=%d&register=%s#decode"
        .formatted(coded(pump), coded(text), show, page, coded(register));
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

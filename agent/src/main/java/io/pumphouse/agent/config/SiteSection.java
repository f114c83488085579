package io.pumphouse.agent.config;

import io.pumphouse.web.model.Site;
import java.time.ZoneId;
import java.util.Optional;

/** {@code site:} the place the pumps stand in. */
final class SiteSection {
  static final String EXAMPLE = "{name: Villa Björk, time-zone: Europe/Stockholm}";

  private static final int LONGEST_NAME = 60;
  private static final Kind<String> NAME =
      new Kind<>(
          "a name on one line, at most " + LONGEST_NAME + " characters, such as Villa Björk",
          text -> Optional.of(text).filter(SiteSection::isName));

  private static final String A_ZONE = "an IANA time zone, such as Europe/Stockholm";
  private static final Kind<ZoneId> ZONE =
      new Kind<>(
          A_ZONE,
          text -> Optional.of(text).filter(SiteSection::isZone).map(ZoneId::of),
          text -> Words.nearest(text, ZoneId.getAvailableZoneIds()).orElse(A_ZONE));

  private final ZoneId systemZone;

  SiteSection(ZoneId systemZone) {
    this.systemZone = systemZone;
  }

  Site read(Section site) {
    return new Site(
        site.optional("name", NAME, "Pumphouse"),
        site.optional("time-zone", ZONE, systemZone),
        Prices.read(site));
  }

  private static boolean isName(String text) {
    return !text.isBlank()
        && text.codePointCount(0, text.length()) <= LONGEST_NAME
        && text.codePoints().noneMatch(Character::isISOControl);
  }

  /** Offsets such as {@code +02:00} are no zones: they know no summer time. */
  private static boolean isZone(String text) {
    return ZoneId.getAvailableZoneIds().contains(text);
  }
}

package io.pumphouse.web.page;

import io.javalin.http.Context;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.Site;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Makes the frame of each page. Thread-safe. */
final class Frames {
  private static final String TO_THE_SECOND = "d MMM yyyy, HH:mm:ss";

  private final Site site;
  private final LiveReadings live;
  private final Backups backups;
  private final ChosenTongue tongues;
  private final Assets assets;
  private final TimeSource time;
  private final String version;

  Frames(
      Site site,
      LiveReadings live,
      Backups backups,
      ChosenTongue tongues,
      Assets assets,
      TimeSource time,
      String version) {
    this.site = site;
    this.live = live;
    this.backups = backups;
    this.tongues = tongues;
    this.assets = assets;
    this.time = time;
    this.version = version;
  }

  /**
   * The frame of one of the pages in the navigation.
   *
   * @param here which page it is, as the navigation knows it
   * @param pump the pump it is about; empty for all
   */
  Frame of(Context context, String here, String pump) {
    Tongue tongue = tongue(context);
    return frame(context, tongue, tongue.say("nav." + here), here, pump);
  }

  /** The frame of any other page. */
  Frame aside(Context context, String title) {
    return frame(context, tongue(context), title, "", "");
  }

  private Frame frame(Context context, Tongue tongue, String title, String here, String pump) {
    return new Frame(
        title,
        tongue,
        here,
        site.name(),
        version,
        moment(tongue, time.wall()),
        assets,
        live.pumps().stream().map(Pulse::of).toList(),
        pump,
        Unfinished.of(context, backups));
  }

  /** The language that the answer is to be in. */
  Tongue tongue(Context context) {
    return tongues.of(context);
  }

  ZoneId zone() {
    return site.zone();
  }

  /** The time of day as the site's clocks showed it. */
  String timeOfDay(Tongue tongue, Instant at) {
    return DateTimeFormatter.ofPattern("HH:mm", tongue.locale()).format(at.atZone(site.zone()));
  }

  /** A moment as the site's clocks showed it. */
  String moment(Tongue tongue, Instant at) {
    return DateTimeFormatter.ofPattern(TO_THE_SECOND, tongue.locale())
        .format(at.atZone(site.zone()));
  }
}

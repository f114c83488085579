package io.pumphouse.hal.sim;

import java.time.Instant;

/**
 * What the house stands in: the climate of inland central Sweden, a year and a day laid over each
 * other, with fronts and gusts by chance. A pure function of time. Immutable.
 */
final class Weather {
  /** Mean of the year and half the span between the months: about -3.5 in January, 17 in July. */
  private static final double MEAN_CELSIUS = 6.5;

  private static final double SEASON_KELVIN = 10.2;
  private static final double COLDEST_DAY = 27;

  private static final double DAY_KELVIN = 3.2;
  private static final double DAY_KELVIN_SEASON = 1.8;
  private static final double WARMEST_HOUR = 15;

  private static final double FRONT_KELVIN = 2.8;
  private static final double FRONT_KELVIN_SEASON = 0.8;
  private static final double FRONT_DAYS = 4;
  private static final double GUST_KELVIN = 0.8;
  private static final double GUST_DAYS = 0.3;

  private static final double LATITUDE_RADIANS = Math.toRadians(59);
  private static final double TILT_RADIANS = Math.toRadians(23.44);

  /** What the windows let in when the sun stands at the zenith of a clear sky. */
  private static final double WINDOW_WATTS = 3500;

  private final Chance front;
  private final Chance gust;
  private final Chance cloud;

  Weather(long seed) {
    this.front = new Chance(seed, "front");
    this.gust = new Chance(seed, "gust");
    this.cloud = new Chance(seed, "cloud");
  }

  /** Air temperature outdoors, °C. */
  double celsius(Instant at) {
    double days = days(at);
    double winter = Math.cos(year(days - COLDEST_DAY));
    double afternoon = Math.cos(hourAngle(at, WARMEST_HOUR));
    return MEAN_CELSIUS
        - SEASON_KELVIN * winter
        + (DAY_KELVIN - DAY_KELVIN_SEASON * winter) * afternoon
        + (FRONT_KELVIN + FRONT_KELVIN_SEASON * winter) * front.drift(days / FRONT_DAYS)
        + GUST_KELVIN * gust.drift(days / GUST_DAYS);
  }

  /** Mean air temperature of the 24 hours before, °C. */
  double meanCelsius(Instant at) {
    double sum = 0;
    for (int hour = 1; hour <= 24; hour++) {
      sum += celsius(at.minusSeconds(3600L * hour));
    }
    return sum / 24;
  }

  /** Heat that the sun brings through the windows, W, by its height over the horizon. */
  double sunWatts(Instant at) {
    double days = days(at);
    double declination = -TILT_RADIANS * Math.cos(year(days + 10));
    double height =
        Math.sin(LATITUDE_RADIANS) * Math.sin(declination)
            + Math.cos(LATITUDE_RADIANS)
                * Math.cos(declination)
                * Math.cos(hourAngle(at, LocalDay.SOLAR_NOON_HOUR));
    double clear = Math.clamp(0.6 + 0.3 * cloud.drift(days / GUST_DAYS), 0.1, 1);
    return WINDOW_WATTS * Math.max(0, height) * clear;
  }

  private static double days(Instant at) {
    return at.getEpochSecond() / 86_400.0;
  }

  private static double year(double days) {
    return 2 * Math.PI * days / 365.2425;
  }

  private static double hourAngle(Instant at, double hour) {
    return 2 * Math.PI * (LocalDay.hour(at) - hour) / 24;
  }
}

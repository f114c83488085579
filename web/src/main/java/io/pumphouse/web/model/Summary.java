package io.pumphouse.web.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The key figures of a pump over a time. Immutable.
 *
 * @param span the time
 * @param resolution the longest step that any figure rests on
 * @param electricity what went in
 * @param heat what came out, less what defrosting took back; without cooling
 * @param efficiency of all but cooling
 * @param running of the times when it drew 150 W or more
 * @param modes of each mode it worked in while running; cooling counts cold for heat
 * @param standby electricity while it did not run, kWh
 * @param defrost heat taken back, kWh
 * @param defrostShare the same as a share of the heat delivered, 0 to 1
 * @param cost of the electricity, in the site's currency
 * @param averagePower W
 * @param peakPower the highest minute or quarter hour, W
 * @param compressor how long it ran
 * @param additionalHeat how long it ran
 * @param idle how long neither of the two ran
 * @param hotWater how long the compressor worked on hot water
 * @param starts how often the compressor started
 * @param startsPerHour of covered time
 * @param cycles of hot water
 * @param days each calendar day; none for more than {@link #MOST_DAYS}
 */
public record Summary(
    Span span,
    Duration resolution,
    Energy electricity,
    Energy heat,
    Efficiency efficiency,
    Efficiency running,
    Map<Mode, Efficiency> modes,
    Reckoned standby,
    Reckoned defrost,
    Reckoned defrostShare,
    Reckoned cost,
    Reckoned averagePower,
    Reckoned peakPower,
    RunTime compressor,
    RunTime additionalHeat,
    RunTime idle,
    RunTime hotWater,
    Reckoned starts,
    Reckoned startsPerHour,
    HotWaterCycles cycles,
    List<DaySum> days) {
  /** The most days that a summary lists one by one. */
  public static final int MOST_DAYS = 366;

  /** Nothing is known of a time, for one reason. */
  public static Summary unknown(Span span, String why) {
    Reckoned none = new Reckoned.Unknown(why);
    Efficiency efficiency = Efficiency.unknown(why);
    RunTime time = RunTime.unknown(why);
    return new Summary(
        span,
        Duration.ZERO,
        Energy.unknown(why),
        Energy.unknown(why),
        efficiency,
        efficiency,
        Map.of(),
        none,
        none,
        none,
        none,
        none,
        none,
        time,
        time,
        time,
        time,
        none,
        none,
        HotWaterCycles.unknown(why),
        List.of());
  }

  public Summary {
    modes = Map.copyOf(modes);
    days = List.copyOf(days);
  }
}

package io.pumphouse.web.page;

import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.ActiveAlarm.Since;
import io.pumphouse.web.model.AlarmReport;
import io.pumphouse.web.model.LastAlarm;
import io.pumphouse.web.model.PumpStatus;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What is wrong with one pump, and what was. Public because compiled templates live in a package of
 * their own.
 *
 * @param pump its name
 * @param title what is written on it
 * @param state {@code active}, {@code none} or {@code unknown}
 * @param why why that is not known, in English; may be empty
 * @param active what is active now
 * @param last the last alarm the pump remembers, in words
 */
public record Plight(
    String pump, String title, String state, String why, List<Trouble> active, String last) {
  public Plight {
    active = List.copyOf(active);
  }

  /**
   * One alarm.
   *
   * @param severity the word in alarm tables; may be empty
   * @param words code and the maker's text, in English
   * @param severityInWords how bad it is
   * @param since since when, in words
   * @param category the maker's class; may be empty
   */
  public record Trouble(
      String severity, String severityInWords, String words, String since, String category) {}

  static Plight of(Tongue tongue, Frames frames, PumpStatus pump, AlarmReport report) {
    return new Plight(
        pump.id().name(),
        pump.title(),
        report.state().word(),
        report.why(),
        report.active().stream().map(alarm -> trouble(tongue, frames, alarm)).toList(),
        last(tongue, report.last()));
  }

  private static Trouble trouble(Tongue tongue, Frames frames, ActiveAlarm active) {
    String severity = active.alarm().severity().word();
    return new Trouble(
        severity,
        tongue.say("severity." + active.alarm().severity().name()),
        active.words(),
        switch (active.since()) {
          case Since.At(var at, var age) ->
              tongue.say("alarm.since", frames.moment(tongue, at), Age.exact(age));
          case Since.BeforeStart _ -> tongue.say("alarm.before-start");
        },
        active.alarm().category());
  }

  static String last(Tongue tongue, LastAlarm last) {
    return switch (last) {
      case LastAlarm.Untold _ -> tongue.say("alarm.last.untold");
      case LastAlarm.None _ -> tongue.say("alarm.last.none");
      case LastAlarm.Was(var alarm) -> tongue.say("alarm.last.was", alarm.code(), alarm.text());
      case LastAlarm.WasAt(var alarm, LocalDateTime at) ->
          tongue.say(
              "alarm.last.was-at",
              alarm.code(),
              alarm.text(),
              DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", tongue.locale()).format(at));
      case LastAlarm.Unknown(String why) -> tongue.say("alarm.last.unknown", why);
    };
  }
}

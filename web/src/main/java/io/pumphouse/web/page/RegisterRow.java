package io.pumphouse.web.page;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Last;
import io.pumphouse.web.model.RegisterStatus;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One register as a technician reads it. Public because compiled templates live in a package of
 * their own.
 *
 * @param number the maker's number
 * @param name the public name
 * @param label what to call it
 * @param place where it lives and how it is laid out: {@code input 1 · s16 · × 0.1}
 * @param every how often it is asked for, in words
 * @param words the raw words in hex
 * @param wording the newest sample; of a register that was never asked, that it was not
 * @param age how old the newest sample is; may be empty
 * @param good the last value and when; may be empty
 * @param bad the last error in full and when; may be empty
 * @param until until when it is left alone; may be empty
 * @param tally values, not fitted, faults
 */
public record RegisterRow(
    String number,
    String name,
    String label,
    String place,
    String every,
    String words,
    Wording wording,
    String age,
    String good,
    Trouble bad,
    String until,
    String tally) {

  /**
   * What went wrong.
   *
   * @param words in full, in English; empty if nothing did
   * @param age how long ago
   */
  public record Trouble(String words, String age) {}

  static RegisterRow of(Tongue tongue, Frames frames, RegisterStatus status) {
    Register register = status.register();
    return new RegisterRow(
        register.id().name(),
        status.name(),
        tongue.sayOr("metric." + status.name(), register.label()),
        place(register),
        status.every().isZero()
            ? tongue.say("registers.on-demand")
            : tongue.say("registers.every", Age.exact(status.every())),
        hex(status.words()),
        newest(tongue, register, status.newest()),
        age(tongue, status.newest()),
        good(tongue, register, status.good()),
        bad(tongue, status.bad()),
        until(tongue, frames, status.newest()),
        tongue.say("registers.tally", status.values(), status.missing(), status.faults()));
  }

  private static String place(Register register) {
    return "%s %d · %s · × %s%s"
        .formatted(
            register.space().word(),
            register.address(),
            register.type().word(),
            register.scale().toPlainString(),
            register.isWritable() ? " · rw" : "");
  }

  static String hex(List<Integer> words) {
    return words.stream().map("%04X"::formatted).collect(Collectors.joining(" "));
  }

  private static Wording newest(Tongue tongue, Register register, Last<Sample> newest) {
    return switch (newest) {
      case Last.Never<Sample> _ -> new Wording("untried", tongue.say("registers.never-asked"), "");
      case Last.Was<Sample>(Sample sample, var _) -> Wording.of(tongue, register, sample, "");
    };
  }

  private static <T> String age(Tongue tongue, Last<T> last) {
    return switch (last) {
      case Last.Never<T> _ -> "";
      case Last.Was<T>(var _, var age) -> Age.coarse(tongue, age);
    };
  }

  private static String good(Tongue tongue, Register register, Last<Reading> last) {
    return switch (last) {
      case Last.Never<Reading> _ -> "";
      case Last.Was<Reading>(Reading reading, var age) -> {
        Wording value = Wording.of(tongue, register, reading, "");
        yield (value.figure() + " " + value.note()).strip() + ", " + Age.coarse(tongue, age);
      }
    };
  }

  private static Trouble bad(Tongue tongue, Last<Invalid> last) {
    return switch (last) {
      case Last.Never<Invalid> _ -> new Trouble("", "");
      case Last.Was<Invalid>(Invalid invalid, var age) ->
          new Trouble(invalid.fault().words(), Age.coarse(tongue, age));
    };
  }

  private static String until(Tongue tongue, Frames frames, Last<Sample> newest) {
    return newest instanceof Last.Was<Sample>(Invalid(_, _, Fault.Quarantined(var until)), _)
        ? tongue.say("registers.until", frames.moment(tongue, until))
        : "";
  }
}

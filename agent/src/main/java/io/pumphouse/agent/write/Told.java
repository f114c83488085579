package io.pumphouse.agent.write;

import io.pumphouse.agent.poll.Changed;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.WriteOrder;
import io.pumphouse.web.model.WriteReport;
import io.pumphouse.web.model.WriteReport.Outcome;

/**
 * Puts what became of a write into words.
 *
 * @param name the register's public name
 * @param isButton whether it springs back, so that there was nothing to read back
 */
record Told(WriteOrder order, String name, Register register, boolean isButton) {
  WriteReport report(Changed changed) {
    String before = isButton ? "" : shown(changed.before());
    return switch (changed.written()) {
      case Written.Done _ when isButton ->
          report(Outcome.ACCEPTED, before, "", "the pump accepted it", "");
      case Written.Done(long raw, _) ->
          report(Outcome.DONE, before, shown(raw), "read back as " + shown(raw), "");
      case Written.Ignored(long raw, _) ->
          report(
              Outcome.IGNORED,
              before,
              shown(raw),
              "the pump said yes, but reads back " + shown(raw),
              "look at the pump's menus: another setting there has the last word");
      case Written.Refused(Fault fault, _) ->
          report(
              Outcome.REFUSED,
              before,
              before,
              fault.words(),
              "look whether the pump's menus allow changes over this line");
      case Written.NotSent(var cause, var next, _) ->
          report(Outcome.NOT_SENT, before, before, cause, next);
      case Written.Unknown(Fault fault, var next, _) ->
          report(
              Outcome.UNKNOWN,
              before,
              "",
              "it may have taken effect or not: " + fault.words(),
              next);
    };
  }

  private WriteReport report(
      Outcome outcome, String before, String after, String cause, String next) {
    return new WriteReport(order, outcome, name, before, after, cause, next);
  }

  private String shown(long raw) {
    return Amount.shown(register, raw);
  }

  private String shown(Sample sample) {
    return switch (sample) {
      case Reading reading -> shown(reading.raw());
      case Missing _, Invalid _ -> "";
    };
  }
}

package io.pumphouse.agent.write;

import io.pumphouse.agent.config.Withheld;
import io.pumphouse.agent.write.Verdict.Allowed;
import io.pumphouse.agent.write.Verdict.Forbidden;
import io.pumphouse.hal.reading.Access;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.web.model.WriteOrder;
import java.util.regex.Pattern;

/** Weighs an order against the configuration of one pump. Immutable. */
final class Judge {
  private static final Pattern REASON = Pattern.compile("\\P{Cntrl}{1,200}");

  private final Permit permit;

  Judge(Permit permit) {
    this.permit = permit;
  }

  Verdict judge(WriteOrder order) {
    if (order.why().isBlank() || !REASON.matcher(order.why()).matches()) {
      return new Forbidden(
          "a write needs a reason on one line, of at most 200 characters",
          "add --why \"…\"; it stays in the event log");
    }
    return permit
        .map()
        .named(order.name())
        .map(register -> judge(register, order))
        .orElseGet(() -> unknown(order));
  }

  private Forbidden unknown(WriteOrder order) {
    String model = permit.map().model().id();
    return order.name().equals(Metric.ALARM_RESET.key())
        ? new Forbidden("an alarm of " + model + " is not reset over its line", "do it at the pump")
        : new Forbidden(
            model + " has no register \"" + order.name() + "\"",
            "use a metric or a number: pumphouse read " + order.pump());
  }

  private Verdict judge(Register register, WriteOrder order) {
    String name = permit.map().nameOf(register.id());
    if (Withheld.isNeverWritten(permit.map().model(), register.id())) {
      return new Forbidden(
          "register " + register.id() + " is never written: it can harm the pump or the house",
          "use the pump's own display, with its manual");
    }
    return switch (register.access()) {
      case Access.ReadOnly() ->
          new Forbidden(
              name + " can only be read, by the maker's list", "choose a setting instead");
      case Access.LimitsUnknown() ->
          new Forbidden(
              "how far " + name + " may go is not known of " + permit.map().model().id(),
              "copy its map to maps/ under another name and give this row write_min and write_max,"
                  + " from the manual");
      case Access.Within limits -> judge(register, limits, name, order);
    };
  }

  private Verdict judge(Register register, Access.Within limits, String name, WriteOrder order) {
    if (!permit.allowed().contains(register.id())) {
      return new Forbidden(
          name + " of " + order.pump() + " may not be written: the configuration does not allow it",
          "to allow it, put " + name + " into this pump's writes: list and restart the agent");
    }
    Verdict verdict = Amount.judge(register, limits, order.value());
    return name.equals(Metric.ALARM_RESET.key()) ? pressed(limits, verdict) : verdict;
  }

  /** Nobody knows what another number would do there. */
  private static Verdict pressed(Access.Within press, Verdict verdict) {
    return verdict instanceof Allowed(_, long raw) && raw == press.lowest()
        ? verdict
        : new Forbidden("alarm_reset is a button: it takes no value", "use: pumphouse alarm-reset");
  }
}

package io.pumphouse.agent.write;

import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.poll.Changed;
import io.pumphouse.agent.poll.Writing;
import io.pumphouse.agent.write.Verdict.Allowed;
import io.pumphouse.agent.write.Verdict.Forbidden;
import io.pumphouse.hal.reading.Access;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.WriteOrder;
import io.pumphouse.web.model.WriteReport;
import io.pumphouse.web.model.WriteReport.Outcome;
import io.pumphouse.web.model.Writes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way to write to a pump. What is not allowed is refused before the bus hears of it; what
 * was ordered becomes an event, however it ended. Thread-safe; waits for the bus.
 */
public final class Guard implements Writes {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

  private static final int LONGEST_EVENT = 600;

  private final Map<PumpId, Permit> permits;
  private final Writing bus;
  private final Consumer<Event> ledger;
  private final TimeSource time;

  /**
   * A guard over these pumps.
   *
   * @param permits what may be written on each pump
   * @param bus where allowed writes go
   * @param ledger takes note of every order, at once
   */
  public Guard(Map<PumpId, Permit> permits, Writing bus, Consumer<Event> ledger, TimeSource time) {
    this.permits = Map.copyOf(permits);
    this.bus = bus;
    this.ledger = ledger;
    this.time = time;
  }

  @Override
  public WriteReport write(WriteOrder order) {
    return Optional.ofNullable(permits.get(order.pump()))
        .map(permit -> noted(carryOut(permit, order)))
        .orElseGet(() -> unknownPump(order));
  }

  @Override
  public WriteReport resetAlarm(PumpId pump, String who, String why) {
    String name = Metric.ALARM_RESET.key();
    String value =
        Optional.ofNullable(permits.get(pump))
            .flatMap(permit -> permit.map().find(Metric.ALARM_RESET))
            .map(Guard::pressed)
            .orElse("1");
    return write(new WriteOrder(pump, name, value, who, why));
  }

  @Override
  public List<String> offered(PumpId pump) {
    return Optional.ofNullable(permits.get(pump)).stream()
        .flatMap(permit -> permit.allowed().stream().map(permit.map()::nameOf))
        .sorted()
        .toList();
  }

  /** The one number that the button takes: 1 on most, 0 on an IVT behind an H1. */
  private static String pressed(Register button) {
    return button.access() instanceof Access.Within(long press, _)
        ? button.decimal(press).toPlainString()
        : "1";
  }

  private WriteReport unknownPump(WriteOrder order) {
    return forbidden(
        order, order.name(), "there is no pump \"" + order.pump() + "\"", "see: pumphouse status");
  }

  private WriteReport carryOut(Permit permit, WriteOrder order) {
    String name =
        permit
            .map()
            .named(order.name())
            .map(register -> permit.map().nameOf(register.id()))
            .orElse(order.name());
    return switch (new Judge(permit).judge(order)) {
      case Forbidden(var cause, var next) -> forbidden(order, name, cause, next);
      case Allowed(Register register, long raw) -> {
        // Before the bus: a process that is killed in between must leave a trace.
        note(Event.Kind.WRITE_ORDERED, order.pump(), ordered(order, name));
        Changed changed = bus.write(order.pump(), register.id(), raw);
        yield new Told(order, name, register, name.equals(Metric.ALARM_RESET.key()))
            .report(changed);
      }
    };
  }

  private static WriteReport forbidden(WriteOrder order, String name, String cause, String next) {
    return new WriteReport(order, Outcome.FORBIDDEN, name, "", "", cause, next);
  }

  private WriteReport noted(WriteReport report) {
    note(kind(report.outcome()), report.order().pump(), text(report));
    return report;
  }

  private void note(Event.Kind kind, PumpId pump, String text) {
    Event event = new Event(time.now(), kind, pump.name(), printable(text));
    LOG.info("{} {}: {}", event.kind().word(), event.pump(), event.text());
    ledger.accept(event);
  }

  private static String ordered(WriteOrder order, String name) {
    return "%s to %s, by %s: %s".formatted(name, order.value(), order.who(), order.why());
  }

  private static Event.Kind kind(Outcome outcome) {
    return switch (outcome) {
      case DONE, ACCEPTED -> Event.Kind.WRITTEN;
      case IGNORED, REFUSED, NOT_SENT, FORBIDDEN -> Event.Kind.NOT_WRITTEN;
      case UNKNOWN -> Event.Kind.WRITE_UNKNOWN;
    };
  }

  /** {@code room_setpoint from 20.5 °C to 21.5: done (…), by anna: cold in the nursery}. */
  private static String text(WriteReport report) {
    String from = report.before().isEmpty() ? "" : " from " + report.before();
    return "%s%s to %s: %s (%s), by %s: %s"
        .formatted(
            report.register(),
            from,
            report.order().value(),
            report.outcome().word(),
            report.cause(),
            report.order().who(),
            report.order().why());
  }

  /** An order that was refused may hold anything: it must not drive whoever reads the log. */
  private static String printable(String text) {
    String shown = text.length() <= LONGEST_EVENT ? text : text.substring(0, LONGEST_EVENT) + "…";
    return shown.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}

package io.pumphouse.web.sample;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.WriteOrder;
import io.pumphouse.web.model.WriteReport;
import io.pumphouse.web.model.Writes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A pump that does as it is told, but for {@code locked} and {@code wobbly}; keeps what it was
 * told.
 */
public final class FakeWrites implements Writes {
  private final List<WriteOrder> orders = new CopyOnWriteArrayList<>();

  public List<WriteOrder> orders() {
    return List.copyOf(orders);
  }

  @Override
  public WriteReport write(WriteOrder order) {
    orders.add(order);
    if (order.name().equals("wobbly")) {
      return new WriteReport(
          order, WriteReport.Outcome.UNKNOWN, "wobbly", "20", "", "no answer in 2s", "read it");
    }
    return order.name().equals("locked")
        ? new WriteReport(
            order, WriteReport.Outcome.FORBIDDEN, "locked", "", "", "it is locked", "unlock it")
        : new WriteReport(order, WriteReport.Outcome.DONE, order.name(), "20", "21", "done", "");
  }

  @Override
  public List<String> offered(PumpId pump) {
    return List.of("alarm_reset", "locked", "room_setpoint", "wobbly");
  }

  @Override
  public WriteReport resetAlarm(PumpId pump, String who, String why) {
    return write(new WriteOrder(pump, "alarm_reset", "1", who, why));
  }
}

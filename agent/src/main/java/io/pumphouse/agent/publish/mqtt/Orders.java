package io.pumphouse.agent.publish.mqtt;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.WriteOrder;
import io.pumphouse.web.model.WriteReport;
import io.pumphouse.web.model.Writes;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders from the broker. Only what the configuration lets be written on a pump has a topic; the
 * same guard judges each order as from anywhere else. Confined to one thread.
 */
final class Orders {
  private static final Logger LOG = LoggerFactory.getLogger(Orders.class);
  private static final int LONGEST = 40;
  private static final String WHY = "ordered over MQTT";

  private final LiveReadings live;
  private final Writes writes;
  private final Topics topics;

  Orders(LiveReadings live, Writes writes, Topics topics) {
    this.live = live;
    this.writes = writes;
    this.topics = topics;
  }

  /** Carries out each once, and says what became of it. */
  void carryOut(List<Message> messages, Connection to) throws IOException {
    for (Message message : messages) {
      // Empty is what clears a kept message, and no order.
      if (message.isOld() || message.text().isBlank() || message.text().length() > LONGEST) {
        LOG.warn(
            "an order on {} is left: it was kept by the broker, is empty, or is too long",
            message.topic());
      } else {
        carryOut(message, to);
        to.ping(); // one order may take as long as the broker waits for a word from us
      }
    }
  }

  private void carryOut(Message message, Connection to) throws IOException {
    for (PumpStatus pump : live.pumps()) {
      for (String name : writes.offered(pump.id())) {
        if (topics.order(pump.id(), name).equals(message.topic())) {
          WriteReport report = write(pump.id(), name, message.text().strip());
          to.publish(
              topics.outcome(pump.id(), name),
              report.outcome().word() + ": " + report.cause(),
              false);
        }
      }
    }
  }

  private WriteReport write(PumpId pump, String name, String value) {
    // Which number a button takes is the model's business: whatever was said, it is pressed.
    return name.equals(Metric.ALARM_RESET.key())
        ? writes.resetAlarm(pump, "mqtt", WHY)
        : writes.write(new WriteOrder(pump, name, value, "mqtt", WHY));
  }
}

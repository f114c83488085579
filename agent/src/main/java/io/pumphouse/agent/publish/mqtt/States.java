package io.pumphouse.agent.publish.mqtt;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.web.model.LinkState;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.Writes;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the pumps say now: each register a topic whose newest value the broker keeps. Said only when
 * it changes. Confined to one thread.
 */
final class States {
  private static final String ONLINE = "online";
  private static final String OFFLINE = "offline";

  /** What Home Assistant takes for "unknown". */
  private static final String NO_VALUE = "None";

  /** Has a broker forget what it keeps. */
  private static final String NOTHING = "";

  private final LiveReadings live;
  private final Writes writes;
  private final Topics topics;
  private final Discovery discovery;
  private final boolean hasCommands;
  private final Map<String, String> said = new HashMap<>();
  private final Set<String> announced = new HashSet<>();

  States(
      LiveReadings live, Writes writes, Topics topics, Discovery discovery, boolean hasCommands) {
    this.live = live;
    this.writes = writes;
    this.topics = topics;
    this.discovery = discovery;
    this.hasCommands = hasCommands;
  }

  /**
   * The broker may know nothing any more, or too much.
   *
   * @param kept what it keeps of links
   */
  void begin(Connection to, List<Message> kept) throws IOException {
    said.clear();
    announced.clear();
    List<String> known = live.pumps().stream().map(pump -> topics.link(pump.id())).toList();
    for (Message link : kept) {
      if (link.text().equals(ONLINE) && !known.contains(link.topic())) {
        // Of a pump that was here once: else its last values would stand there as those of now.
        say(to, link.topic(), OFFLINE);
      }
    }
  }

  /** Says what changed. */
  void tell(Connection to) throws IOException {
    for (PumpStatus pump : live.pumps()) {
      tell(to, pump);
    }
  }

  private void tell(Connection to, PumpStatus pump) throws IOException {
    if (isNews("binary_sensor", pump.id(), "link")) {
      to.publish(topics.config("binary_sensor", pump.id(), "link"), discovery.link(pump), true);
    }
    say(to, topics.link(pump.id()), pump.link() == LinkState.UP ? ONLINE : OFFLINE);
    List<String> offered = hasCommands ? writes.offered(pump.id()) : List.of();
    String button = Metric.ALARM_RESET.key();
    if (isNews("button", pump.id(), button)) {
      String what = offered.contains(button) ? discovery.alarmReset(pump) : NOTHING;
      to.publish(topics.config("button", pump.id(), button), what, true);
    }
    for (LiveReading reading : live.readings(pump.id())) {
      if (!(reading.sample() instanceof Missing)) {
        announce(to, pump, reading, offered.contains(reading.name()));
      }
      // Also of what is missing: the broker may still have a value of before this connection.
      say(to, topics.state(pump.id(), reading.name()), text(reading));
    }
  }

  private void announce(Connection to, PumpStatus pump, LiveReading reading, boolean isOffered)
      throws IOException {
    String kind = Discovery.kind(reading, isOffered);
    if (isNews(kind, pump.id(), reading.name())) {
      for (String other : Discovery.otherKinds(reading, kind)) {
        to.publish(topics.config(other, pump.id(), reading.name()), NOTHING, true);
      }
      to.publish(
          topics.config(kind, pump.id(), reading.name()),
          discovery.register(pump, reading, isOffered),
          true);
    }
  }

  private boolean isNews(String kind, PumpId pump, String name) {
    return !topics.discovery().isEmpty() && announced.add(topics.config(kind, pump, name));
  }

  private void say(Connection to, String topic, String text) throws IOException {
    if (!text.equals(said.put(topic, text))) {
      to.publish(topic, text, true);
    }
  }

  private static String text(LiveReading reading) {
    return reading.sample() instanceof Reading value && !reading.isStale()
        ? reading.register().decimal(value.raw()).toPlainString()
        : NO_VALUE;
  }
}

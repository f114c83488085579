package io.pumphouse.agent.publish.influx;

import io.pumphouse.agent.config.InfluxConfig;
import io.pumphouse.agent.publish.ship.Delivery;
import io.pumphouse.agent.publish.ship.Obstacle;
import io.pumphouse.agent.publish.ship.Receiver;
import io.pumphouse.agent.transfer.LineForm;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A server that takes line protocol. The same sample is the same line whenever it is sent, and such
 * servers keep one value for one series and time. Confined to one thread.
 */
public final class InfluxReceiver implements Receiver {
  private static final int MOST_LINES = 5_000;
  private static final int FEWEST_LINES = 50;

  private final InfluxConfig config;
  private final Post post;
  private final Map<PumpId, LineForm> forms = new HashMap<>();
  private Lines lines = new Lines();
  private int most = MOST_LINES;

  /**
   * Connects to nothing yet.
   *
   * @param pumps what each pump has
   */
  public InfluxReceiver(InfluxConfig config, Map<PumpId, RegisterMap> pumps) {
    this.config = config;
    this.post = new Post(config);
    pumps.forEach((pump, map) -> forms.put(pump, form(pump, map)));
  }

  private LineForm form(PumpId pump, RegisterMap map) {
    return config.isPredecessors() ? LineForm.ofPredecessor(map) : LineForm.of(pump, map);
  }

  @Override
  public String name() {
    return "influx " + config.url().getAuthority();
  }

  @Override
  public void add(PumpId pump, Sample sample) {
    LineForm form = forms.get(pump);
    if (form != null) { // a pump that is no longer configured has no map to read it by
      try {
        lines.add(form.line(sample));
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible); // it goes to memory
      }
    }
  }

  @Override
  public boolean isFull() {
    return lines.count() >= most;
  }

  @Override
  public Delivery send() {
    Lines load = lines;
    lines = new Lines();
    if (load.count() == 0) {
      return Delivery.Taken.ALL;
    }
    try {
      return judge(post.send(load.packed()), load.count());
    } catch (IOException e) {
      return Obstacle.of(config.url().getAuthority(), e);
    }
  }

  private Delivery judge(Answer answer, int count) {
    boolean isTooMuch = answer.isTooLarge() && count > FEWEST_LINES;
    most = isTooMuch ? Math.max(FEWEST_LINES, count / 2) : most;
    return answer.delivery(name());
  }

  @Override
  public void close() {
    lines = new Lines();
  }
}

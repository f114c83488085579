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
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A server that takes line protocol. The same sample is the same line whenever it is sent, and such
 * servers keep one value for one series and time. Confined to one thread.
 */
public final class InfluxReceiver implements Receiver {
  /** A server that merges its files on a slow disk may take this long. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final InfluxConfig config;
  private final Duration patience;
  private final Post post;
  private final Map<PumpId, LineForm> forms = new HashMap<>();
  private final LoadSize size = new LoadSize();
  private Lines lines = new Lines();
  private long leftOut;

  /**
   * Connects to nothing yet.
   *
   * @param pumps what each pump has
   */
  public InfluxReceiver(InfluxConfig config, Map<PumpId, RegisterMap> pumps) {
    this(config, pumps, PATIENCE);
  }

  /**
   * The same with another patience.
   *
   * @param pumps what each pump has
   * @param patience how long to wait for an answer
   */
  public InfluxReceiver(InfluxConfig config, Map<PumpId, RegisterMap> pumps, Duration patience) {
    this.config = config;
    this.patience = patience;
    this.post = new Post(config, patience);
    pumps.forEach((pump, map) -> forms.put(pump, form(pump, map)));
  }

  private LineForm form(PumpId pump, RegisterMap map) {
    return config.isPredecessors() ? LineForm.ofPredecessor(map) : LineForm.of(pump, map);
  }

  @Override
  public String name() {
    return "influx " + config.url().getAuthority();
  }

  /** What is no value has no line; a pump that is no longer configured has no map to read it by. */
  @Override
  public void add(PumpId pump, Sample sample) {
    LineForm form = forms.get(pump);
    String line = form == null ? "" : form.line(sample);
    leftOut += line.isEmpty() ? 1 : 0;
    try {
      lines.add(line);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // it goes to memory
    }
  }

  @Override
  public boolean isFull() {
    return size.isReachedBy(lines.count());
  }

  @Override
  public Delivery send() {
    Lines load = lines;
    long wordless = leftOut;
    lines = new Lines();
    leftOut = 0;
    if (load.count() == 0) {
      return new Delivery.Taken(wordless, 0, "");
    }
    return switch (post(load)) {
      case Delivery.Taken taken -> new Delivery.Taken(wordless, taken.refused(), taken.why());
      case Delivery.Failed failed -> failed;
    };
  }

  private Delivery post(Lines load) {
    try {
      Optional<Answer> answer = post.send(load.packed());
      return answer.map(it -> judge(it, load.count())).orElseGet(() -> late(load.count()));
    } catch (IOException e) {
      return Obstacle.of(config.url().getAuthority(), e);
    }
  }

  private Delivery judge(Answer answer, int count) {
    Delivery delivery = answer.delivery(name());
    if (answer.isTooLarge()) {
      size.tooLarge(count);
    } else if (answer.isTooSlow()) {
      size.tooSlow(count);
    } else if (delivery instanceof Delivery.Taken) {
      size.taken(count);
    }
    return delivery;
  }

  private Delivery late(int count) {
    size.tooSlow(count);
    return new Delivery.Failed(
        "%s has not taken %,d readings within %d s".formatted(name(), count, patience.toSeconds()),
        Answer.FEWER);
  }

  @Override
  public void close() {
    lines = new Lines();
  }
}

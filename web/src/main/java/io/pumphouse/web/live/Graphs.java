package io.pumphouse.web.live;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.api.AskedSpan;
import io.pumphouse.web.api.ChartJson;
import io.pumphouse.web.api.Range;
import io.pumphouse.web.model.Chart;
import io.pumphouse.web.model.History;
import io.pumphouse.web.model.Insight;
import io.pumphouse.web.model.Insight.Charted;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws the charts that clients ask for, on one thread of its own, one after the other: reading the
 * database delays neither the live values nor who asked. What waits is bounded: one wish for each
 * client, and the newest wins. Thread-safe.
 */
public final class Graphs implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Graphs.class);
  private static final String EXAMPLE =
      "send {\"type\":\"change_time_range\",\"pump\":\"house\",\"range\":\"24h\","
          + "\"metrics\":[\"outdoor_temp\"]}";
  private static final int USUAL_POINTS = 600;

  private final Insight insight;
  private final LiveReadings live;
  private final AskedSpan spans;
  private final TimeSource time;
  private final GraphTimes<Client> times = new GraphTimes<>();

  public Graphs(Insight insight, LiveReadings live, AskedSpan spans, TimeSource time) {
    this.insight = insight;
    this.live = live;
    this.spans = spans;
    this.time = time;
  }

  synchronized void change(Client client, GraphWish wish) {
    times.change(client, wish, time.nanos());
    notifyAll();
  }

  void update(Client client) {
    synchronized (this) {
      if (times.update(client, time.nanos())) {
        notifyAll();
        return;
      }
    }
    client.send(Messages.error("no time range was chosen yet", EXAMPLE));
  }

  synchronized void forget(Client client) {
    times.forget(client);
  }

  @Override
  public void run() {
    try {
      while (true) {
        due().forEach(this::tell);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until somebody is to be told something. */
  private synchronized Map<GraphWish, List<Client>> due() throws InterruptedException {
    Map<GraphWish, List<Client>> due = take();
    while (due.isEmpty()) {
      long millis = times.untilNext(time.nanos()) / 1_000_000;
      wait(Math.max(1, millis));
      due = take();
    }
    return due;
  }

  private Map<GraphWish, List<Client>> take() {
    return times.take(time.nanos(), wish -> wish.after(time.wall()));
  }

  private void tell(GraphWish wish, List<Client> clients) {
    Message message = drawn(wish);
    clients.forEach(client -> client.send(message));
  }

  private Message drawn(GraphWish wish) {
    try {
      return draw(wish);
    } catch (RuntimeException bug) { // one bad chart must not end the drawing of all others
      LOG.error("draw {} failed", wish, bug);
      return Messages.error("the agent failed to draw this", "see the agent's log");
    }
  }

  private Message draw(GraphWish wish) {
    Optional<PumpStatus> pump =
        PumpId.isLegal(wish.pump()) ? live.pump(new PumpId(wish.pump())) : Optional.empty();
    if (pump.isEmpty() || wish.metrics().isEmpty()) {
      return Messages.error("it names no pump that exists, or no metrics", EXAMPLE);
    }
    return switch (span(wish)) {
      case AskedSpan.Asked.Wrong(String cause) -> Messages.error(cause, EXAMPLE);
      case AskedSpan.Asked.Found(Span span) -> draw(wish, pump.get().id(), span);
    };
  }

  /** An open one ends with the step that now is in. */
  private AskedSpan.Asked span(GraphWish wish) {
    String to =
        wish.isOpen()
            ? wish.wholeSteps(time.wall()).plusMillis(wish.stepMillis()).toString()
            : wish.to();
    return spans.of(wish.range(), wish.from(), to, Range.DAY);
  }

  private Message draw(GraphWish wish, PumpId pump, Span span) {
    long steps = wish.isOpen() ? span.length().toMillis() / wish.stepMillis() : points(wish);
    if (steps > History.MOST_POINTS) {
      return Messages.error(
          "%d steps are too many to tell".formatted(steps), "ask for the whole chart again");
    }
    return draw(wish, pump, span, Math.max(1, (int) steps));
  }

  private Message draw(GraphWish wish, PumpId pump, Span span, int points) {
    return switch (insight.chart(pump, wish.metrics(), span, points)) {
      case Charted.Drawn(Chart chart) -> update(wish, chart);
      case Charted.NoSuchMetric(String name, List<String> known) ->
          Messages.error(
              "metric \"%s\" is not known here".formatted(name),
              "there are: %s and register:NUMBER".formatted(String.join(", ", known)));
    };
  }

  private static Message update(GraphWish wish, Chart chart) {
    return Message.of(
        "graph_update",
        json -> {
          json.writeStringField("pump", wish.pump());
          json.writeStringField("range", wish.range());
          ChartJson.fields(json, chart);
        });
  }

  private static int points(GraphWish wish) {
    int points =
        wish.points().matches("[0-9]{1,4}") ? Integer.parseInt(wish.points()) : USUAL_POINTS;
    return Math.clamp(points, 1, History.MOST_POINTS);
  }
}

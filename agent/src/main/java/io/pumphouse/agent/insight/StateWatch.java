package io.pumphouse.agent.insight;

import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.ledger.Event.Kind;
import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.poll.Subscriber;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Mode;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Notes when a pump changes what it does: compressor, hot water, defrosting, additional heat. A
 * change counts once it has held for 30 s, and is noted with the time it began. What it does when
 * first heard of is no change, and neither is silence. Thread-safe; never waits.
 */
public final class StateWatch implements Subscriber {
  static final Duration HOLDS = Duration.ofSeconds(30);

  /** What tells of the states that people ask for. */
  private static final List<Metric> TELLING =
      List.of(
          Metric.COMPRESSOR_ON,
          Metric.ADD_HEAT_POWER,
          Metric.DEFROST_ACTIVE,
          Metric.PRIORITY,
          Metric.REVERSING_VALVE);

  private final Consumer<Event> sink;
  private final Map<PumpId, Watched> pumps;

  /** What changes: the two kinds of event, and the words for them. */
  private enum Aspect {
    COMPRESSOR(
        Kind.COMPRESSOR_STARTED, Kind.COMPRESSOR_STOPPED, "compressor", "started", "stopped"),
    HOT_WATER(Kind.HOT_WATER_BEGAN, Kind.HOT_WATER_ENDED, "hot water", "began", "ended"),
    DEFROST(Kind.DEFROST_BEGAN, Kind.DEFROST_ENDED, "defrosting", "began", "ended"),
    ADD_HEAT(Kind.ADD_HEAT_ON, Kind.ADD_HEAT_OFF, "additional heat", "on", "off");

    private final Kind begins;
    private final Kind ends;
    private final String name;
    private final String onWord;
    private final String offWord;

    Aspect(Kind begins, Kind ends, String name, String onWord, String offWord) {
      this.begins = begins;
      this.ends = ends;
      this.name = name;
      this.onWord = onWord;
      this.offWord = offWord;
    }
  }

  /**
   * @param pumps those it watches; others pass unheard
   * @param sink takes each event at once and never throws
   */
  public StateWatch(Collection<Subject> pumps, Consumer<Event> sink) {
    this.sink = sink;
    Map<PumpId, Watched> watched = new HashMap<>();
    pumps.forEach(subject -> watched.put(subject.pump(), new Watched(subject)));
    this.pumps = Map.copyOf(watched);
  }

  @Override
  public void offer(Batch batch) {
    Optional.ofNullable(pumps.get(batch.pump())).ifPresent(pump -> pump.hear(batch));
  }

  /** One pump. */
  private final class Watched {
    private final Subject subject;
    private final Map<RegisterId, Metric> telling = new HashMap<>();
    private final Map<Aspect, State> states = new EnumMap<>(Aspect.class);

    Watched(Subject subject) {
      this.subject = subject;
      for (Metric metric : TELLING) {
        subject.id(metric).ifPresent(register -> telling.put(register, metric));
      }
    }

    synchronized void hear(Batch batch) {
      for (Sample sample : batch.samples()) {
        Metric metric = telling.get(sample.register());
        if (metric != null && sample instanceof Reading reading) { // silence is no change
          hear(metric, reading);
        }
      }
    }

    private void hear(Metric metric, Reading reading) {
      boolean isOn = reading.raw() > 0;
      switch (metric) {
        case COMPRESSOR_ON -> note(Aspect.COMPRESSOR, isOn, reading.takenAt());
        case ADD_HEAT_POWER -> note(Aspect.ADD_HEAT, isOn, reading.takenAt());
        case DEFROST_ACTIVE -> note(Aspect.DEFROST, isOn, reading.takenAt());
        case PRIORITY -> works(Modes.meaning(subject, reading.raw()), reading.takenAt());
        case REVERSING_VALVE -> {
          if (subject.id(Metric.PRIORITY).isEmpty()) {
            note(Aspect.HOT_WATER, isOn, reading.takenAt());
          }
        }
        default -> throw new AssertionError(metric + " tells of no state");
      }
    }

    private void works(Mode mode, Moment at) {
      if (mode != Mode.UNKNOWN) {
        note(Aspect.HOT_WATER, mode == Mode.HOT_WATER, at);
      }
      if (subject.id(Metric.DEFROST_ACTIVE).isEmpty()) {
        note(Aspect.DEFROST, mode == Mode.DEFROST, at);
      }
    }

    private void note(Aspect aspect, boolean isOn, Moment at) {
      states
          .computeIfAbsent(aspect, _ -> new State(isOn, at))
          .hear(isOn, at)
          .ifPresent(change -> sink.accept(event(aspect, change)));
    }

    private Event event(Aspect aspect, Change change) {
      String word = change.isOn() ? aspect.onWord : aspect.offWord;
      String after =
          change.lasted().isPositive() && !change.isOn()
              ? " after " + change.lasted().toMinutes() + " min"
              : "";
      return new Event(
          change.at(),
          change.isOn() ? aspect.begins : aspect.ends,
          subject.pump().name(),
          aspect.name + " " + word + after);
    }
  }

  /**
   * A change that held.
   *
   * @param at when it began
   * @param lasted how long the state before lasted; zero if its beginning was not seen
   */
  private record Change(boolean isOn, Moment at, Duration lasted) {}

  /** One aspect of one pump. Confined to its pump's lock. */
  private static final class State {
    private boolean isOn;
    private boolean isBeginningKnown;
    private Moment since;
    private boolean isChanging;
    private Moment changingSince;

    State(boolean isOn, Moment at) {
      this.isOn = isOn;
      this.since = at;
      this.changingSince = at;
    }

    Optional<Change> hear(boolean heardOn, Moment at) {
      if (heardOn == isOn) {
        isChanging = false;
        return Optional.empty();
      }
      if (!isChanging) {
        isChanging = true;
        changingSince = at;
      }
      return changingSince.ageAt(at).compareTo(HOLDS) < 0 ? Optional.empty() : change();
    }

    private Optional<Change> change() {
      Duration lasted = isBeginningKnown ? since.ageAt(changingSince) : Duration.ZERO;
      isOn = !isOn;
      isChanging = false;
      isBeginningKnown = true;
      since = changingSince;
      return Optional.of(new Change(isOn, since, lasted));
    }
  }
}

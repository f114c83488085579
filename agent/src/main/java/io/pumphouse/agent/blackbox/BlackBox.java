package io.pumphouse.agent.blackbox;

import io.pumphouse.agent.blackbox.Shelf.Half;
import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.poll.Subscriber;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.ActiveAlarm.Since;
import io.pumphouse.web.model.Recording;
import io.pumphouse.web.model.Recording.Tick;
import io.pumphouse.web.model.Recordings;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the last {@link Ring#SPAN} of every pump in memory, at full rate, and writes them once when
 * an alarm starts; {@link #AFTER} later what followed. An alarm that comes in between is in that
 * recording already. Alarms that were there before the agent, and mere states of operation, are not
 * recorded. Thread-safe.
 */
public final class BlackBox implements Subscriber, Recordings {
  private static final Logger LOG = LoggerFactory.getLogger(BlackBox.class);

  /** How long a recording goes on after the alarm. */
  static final Duration AFTER = Duration.ofMinutes(5);

  /** Packed points of one pump; with the chunks' own weight still below 1 MiB. */
  static final int ROOM = 768 * 1024;

  private final Shelf shelf;
  private final TimeSource time;
  private final Map<PumpId, Ring> rings = new ConcurrentHashMap<>();
  private final Map<PumpId, Running> running = new HashMap<>(); // guarded by itself

  private record Running(Moment at, String alarm) {}

  public BlackBox(Shelf shelf, TimeSource time) {
    this.shelf = shelf;
    this.time = time;
  }

  @Override
  public void offer(Batch batch) {
    ring(batch.pump()).add(batch);
    ended(batch.pump()).ifPresent(over -> keep(batch.pump(), over, over.at(), Half.AFTER));
  }

  /** This alarm is active, and was not when last looked at; returns at once. */
  public void appeared(PumpId pump, ActiveAlarm alarm) {
    if (alarm.isFault() && alarm.since() instanceof Since.At) {
      Running begun = new Running(time.now(), alarm.words());
      if (begins(pump, begun)) {
        Duration before = begun.at().sinceBoot().minus(Ring.SPAN);
        keep(pump, begun, new Moment(begun.at().wall(), atLeastZero(before)), Half.BEFORE);
      }
    }
  }

  @Override
  public List<Recording.Head> list(PumpId pump) {
    return shelf.list(pump);
  }

  @Override
  public Optional<Recording> open(long id) {
    return shelf.open(id).flatMap(BlackBox::read);
  }

  private static Optional<Recording> read(Shelf.Kept kept) {
    Map<RegisterId, List<Tick>> ticks = new LinkedHashMap<>();
    Duration from = Ring.SPAN.negated();
    Duration border =
        Duration.ofMillis(1); // the sample that told of the alarm is in the first half
    try {
      for (byte[] half : kept.halves()) {
        boolean isFirst = from.isNegative();
        Strip.of(half).into(ticks, kept.originMillis(), from, isFirst ? border : AFTER);
        from = border;
      }
      return Optional.of(new Recording(kept.head(), ticks));
    } catch (IOException | RuntimeException damage) {
      LOG.warn("recording {} cannot be read", kept.head().id(), damage);
      return Optional.empty();
    }
  }

  private void keep(PumpId pump, Running what, Moment from, Half half) {
    Strip strip = ring(pump).strip(from.sinceBoot().toMillis());
    shelf.keep(pump, what.at(), what.alarm(), half, strip::toBytes);
  }

  private Ring ring(PumpId pump) {
    return rings.computeIfAbsent(pump, _ -> new Ring(ROOM));
  }

  private boolean begins(PumpId pump, Running begun) {
    synchronized (running) {
      return running.putIfAbsent(pump, begun) == null;
    }
  }

  private Optional<Running> ended(PumpId pump) {
    synchronized (running) {
      Running now = running.get(pump);
      boolean isOver = now != null && now.at().ageAt(time.now()).compareTo(AFTER) >= 0;
      return isOver ? Optional.ofNullable(running.remove(pump)) : Optional.empty();
    }
  }

  private static Duration atLeastZero(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}

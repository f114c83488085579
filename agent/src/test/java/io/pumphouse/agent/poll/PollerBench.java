package io.pumphouse.agent.poll;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A poller on its own thread, and what leaves it. */
final class PollerBench {
  static final PumpId HOUSE = new PumpId("house");

  /** Real time since boot, so that waiting on the queue is real; the wall stands still. */
  static final TimeSource TIME =
      new TimeSource() {
        @Override
        public Instant wall() {
          return ScriptedPump.NOON.wall();
        }

        @Override
        public long nanos() {
          return System.nanoTime();
        }
      };

  final BlockingQueue<Batch> heard = new LinkedBlockingQueue<>();
  final ScriptedPump pump = new ScriptedPump(id -> new Reading(id, ScriptedPump.NOON, 215));

  Poller poller(Duration interval) {
    Assignment assignment = Assignment.of(HOUSE, pump, interval, Map.of());
    Place place = new Place("test", List.of(assignment), () -> {});
    return new Poller(place, new Feed(List.of(heard::add)), new Forgetful(), TIME, new Random(1));
  }

  Batch next() throws InterruptedException {
    Batch batch = heard.poll(10, SECONDS);
    assertThat(batch).as("a batch within ten seconds").isNotNull();
    return batch;
  }

  static List<RegisterId> registers(Batch batch) {
    return batch.samples().stream().map(Sample::register).toList();
  }
}

package io.pumphouse.agent.poll;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.health.Lifeline.Beginning;
import io.pumphouse.agent.health.Lifeline.Moving;
import io.pumphouse.agent.health.Lifeline.Stuck;
import io.pumphouse.agent.health.NotifyEar;
import io.pumphouse.agent.health.Watchdog;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a poll loop that hangs is told from one that rests, or asks a pump that is silent. */
final class PaceOfLoopsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final HandTime time = new HandTime();
  private final BlockingQueue<Batch> heard = new LinkedBlockingQueue<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final ScriptedPump pump = new ScriptedPump(id -> new Reading(id, ScriptedPump.NOON, 215));
  private final Assignment assignment = Assignment.of(PollerBench.HOUSE, pump, HOUR, Map.of());
  private final Poller poller =
      new Poller(
          new Place("test", List.of(assignment), release::countDown),
          new Feed(List.of(heard::add)),
          new Forgetful(),
          time,
          new Random(1));

  @Test
  void beginsWithItsStart() {
    assertThat(poller.movement()).isEqualTo(new Beginning("the start of bus test"));
  }

  @Test
  void waitingForWhatIsDueInAnHourMoves() throws InterruptedException {
    try (poller) {
      poller.start();
      awaitRest();
      time.pass(HOUR.minusSeconds(1));
      assertThat(poller.movement()).isEqualTo(new Moving());
    }
  }

  @Test
  void askingAPumpThatDoesNotAnswerMoves() throws InterruptedException {
    pump.link = new Link.Silent("no answer", "look at the cable");
    pump.answer =
        id -> {
          time.pass(Duration.ofSeconds(50)); // as slow as the slowest
          return new Invalid(id, ScriptedPump.NOON, new Fault.NoAnswer(Duration.ofSeconds(50)));
        };
    try (poller) {
      poller.start();
      awaitRest();
      assertThat(poller.movement()).isEqualTo(new Moving());
    }
  }

  @Test
  void aReadThatNeverEndsStopsTheSignsOfLife(@TempDir Path folder)
      throws IOException, InterruptedException {
    try (NotifyEar systemd = new NotifyEar(folder);
        poller) {
      Watchdog watchdog =
          new Watchdog(systemd.notice(), Duration.ofDays(1), List.of(poller), () -> "well", time);
      hangOnceAsked();
      poller.start();
      asked.await();
      time.pass(Duration.ofSeconds(59)); // slow is no offence
      watchdog.look();
      time.pass(Duration.ofSeconds(2));
      watchdog.look();

      assertThat(systemd.next()).isEqualTo("READY=1");
      assertThat(systemd.next()).isEqualTo("STATUS=well");
      assertThat(systemd.next()).isEqualTo("STATUS=STUCK: bus test has not come round for 61 s");
    }
  }

  @Test
  void aQuestionThatHangsIsFoundOutLongBeforeTheNextPoll() throws InterruptedException {
    try (poller) {
      poller.start();
      awaitRest();
      hangOnceAsked();
      var unused = poller.ask(PollerBench.HOUSE, List.of(ScriptedPump.OUTDOOR));
      asked.await();
      time.pass(Duration.ofSeconds(61));
      assertThat(poller.movement()).isEqualTo(new Stuck("has not come round for 61 s"));
    }
  }

  @Test
  void anErrorThatEndsPollingIsFoundOutAtOnce() {
    pump.answer =
        id -> {
          throw new LinkageError("planted");
        };
    poller.start();
    while (poller.isPolling()) {
      Thread.onSpinWait();
    }
    assertThat(poller.movement()).isInstanceOf(Stuck.class);
  }

  private void hangOnceAsked() {
    pump.answer =
        id -> {
          asked.countDown();
          awaitRelease();
          return new Reading(id, ScriptedPump.NOON, 1);
        };
  }

  /** As native code: only a closed line ends the read. */
  private void awaitRelease() {
    boolean isOver = false;
    while (!isOver) {
      try {
        isOver = release.await(10, SECONDS);
      } catch (InterruptedException _) {
        isOver = false;
      }
    }
  }

  /** Everything was asked once, and the loop waits for the next hour. */
  private void awaitRest() throws InterruptedException {
    assertThat(heard.poll(10, SECONDS)).isNotNull();
    Thread bus = busThread();
    while (bus.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  private static Thread busThread() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("bus test"))
        .findFirst()
        .orElseThrow();
  }
}

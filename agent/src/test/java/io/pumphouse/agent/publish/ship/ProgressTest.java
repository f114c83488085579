package io.pumphouse.agent.publish.ship;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the board and the log say of sending. */
final class ProgressTest {
  private final HandTime time = new HandTime();
  private final AtomicLong lost = new AtomicLong();
  private final Progress progress = new Progress("influx x", lost::get, time);
  private final Logger logger = Logger.getLogger(Progress.class.getName());
  private final Ear ear = new Ear();

  @BeforeEach
  void listen() {
    logger.addHandler(ear);
    progress.began();
  }

  @AfterEach
  void leave() {
    logger.removeHandler(ear);
  }

  @Test
  void refusedAndLetGoAreSaidTogether() {
    progress.sent(9, time.wall(), new Delivery.Taken(2, "partial write"));
    lost.set(5);
    progress.rest(false);

    assertThat(progress.check())
        .isEqualTo(
            Check.degraded(
                "influx x",
                "all that is left is sent; 2 readings were refused for good: partial write;"
                    + " 5 readings were let go by the store before they could be sent",
                "look into the receiver's own log; give the store more room or time (store:"
                    + " keep-raw, disk-floor); this is said until the next start"));
  }

  @Test
  void aFailureDoesNotHideWhatWasRefused() {
    progress.sent(9, time.wall(), new Delivery.Taken(2, "partial write"));
    progress.failed(new Delivery.Failed("connect x", "start it"));

    assertThat(progress.check().cause())
        .isEqualTo(
            "connect x; it is behind by 0 s; 2 readings were refused for good: partial write");
  }

  @Test
  void standingStillIsSaidThoughSomethingWasRefused() {
    progress.sent(9, time.wall(), new Delivery.Taken(2, "partial write"));
    progress.rest(false);
    time.pass(Progress.STUCK.plusSeconds(1));

    assertThat(progress.check().cause())
        .startsWith("sending has stood still for 10 min")
        .contains("2 readings were refused for good");
  }

  @Test
  void eachKindIsLoggedOnceAsItHappens() {
    progress.sent(9, time.wall(), new Delivery.Taken(2, "partial write"));
    progress.rest(false);
    progress.rest(false);

    assertThat(ear.lines)
        .containsExactly(
            "influx x: 2 readings were refused for good: partial write;"
                + " look into the receiver's own log");
  }

  @Test
  void whatGoesOnGrowingIsLoggedOnceAnHour() {
    for (int minute = 0; minute < 120; minute++) {
      lost.incrementAndGet();
      progress.failed(new Delivery.Failed("connect x", "start it"));
      time.pass(Duration.ofMinutes(1));
    }

    assertThat(ear.lines).hasSize(2);
    assertThat(ear.lines.getLast()).startsWith("influx x: 61 readings were let go by the store");
  }

  @Test
  void whatAnEarlierRunLostIsNotLoggedAgain() {
    lost.set(70);
    Progress next = new Progress("influx x", lost::get, time);
    next.failed(new Delivery.Failed("no disk", "look"));
    next.began();
    next.rest(false);
    next.recovered();

    assertThat(ear.lines).isEmpty();
    assertThat(next.check().isWell()).isTrue();
  }

  @Test
  void whatDoesNotLeaveIsNotCalledSent() {
    progress.sent(9, time.wall(), new Delivery.Taken(9, 0, ""));
    assertThat(progress.check())
        .isEqualTo(Check.well("influx x", "no trouble; it gets no stored readings"));

    progress.sent(9, time.wall(), new Delivery.Taken(4, 0, ""));
    assertThat(progress.check().cause()).startsWith("5 readings sent since the start");
  }

  private static final class Ear extends Handler {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      lines.add(new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}

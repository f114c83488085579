package io.pumphouse.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.health.Lifeline.Beginning;
import io.pumphouse.agent.health.Lifeline.Movement;
import io.pumphouse.agent.health.Lifeline.Moving;
import io.pumphouse.agent.health.Lifeline.Stuck;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.web.model.Health.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What systemd hears through a real socket, by a clock that is moved by hand. */
final class WatchdogTest {
  private static final Duration LONG = Duration.ofDays(1);

  @TempDir private Path folder;
  private final HandTime time = new HandTime();
  private final Part bus = new Part("bus /dev/ttyUSB0");
  private final Part writer = new Part("writer of readings.db");
  private NotifyEar systemd;

  @BeforeEach
  void listen() throws IOException, InterruptedException {
    systemd = new NotifyEar(folder);
  }

  @AfterEach
  void hangUp() {
    systemd.close();
  }

  @Test
  void readyIsSaidOnceAndSignsOfLifeFromThenOn() throws InterruptedException {
    Watchdog watchdog = watchdog(() -> "1 bus, all is well");

    watchdog.look();
    watchdog.look();

    assertHeard("READY=1", "STATUS=1 bus, all is well");
    assertHeard("WATCHDOG=1", "STATUS=1 bus, all is well");
  }

  @Test
  void aLongStartAsksForMoreTimeAndIsNotReady() throws InterruptedException {
    writer.movement = new Beginning("opening readings.db");
    Watchdog watchdog = watchdog(() -> "well");

    watchdog.look();
    watchdog.look(); // half a second later there is nothing new to say
    time.pass(Duration.ofSeconds(10));
    watchdog.look();
    writer.movement = new Moving();
    watchdog.look();

    assertHeard("EXTEND_TIMEOUT_USEC=60000000", "STATUS=starting: opening readings.db");
    assertHeard("EXTEND_TIMEOUT_USEC=60000000", "STATUS=starting: opening readings.db");
    assertHeard("READY=1", "STATUS=well");
  }

  @Test
  void aStartThatHangsIsGivenNoMoreTime() throws InterruptedException {
    writer.movement = new Stuck("has been in one step for 301 s; the disk may hang");

    watchdog(() -> "well").look();

    assertHeard(
        "STATUS=STUCK: writer of readings.db has been in one step for 301 s; the disk may hang");
  }

  @Test
  void whatStandsStillIsNamedAndNoSignOfLifeIsGiven() throws InterruptedException {
    Watchdog watchdog = watchdog(() -> "well");
    watchdog.look();
    assertHeard("READY=1", "STATUS=well");

    bus.movement = new Stuck("has not come round for 75 s");
    watchdog.look();

    assertHeard("STATUS=STUCK: bus /dev/ttyUSB0 has not come round for 75 s");
    Check check = watchdog.checks().getFirst();
    assertThat(check.isWell()).isFalse();
    assertThat(check.cause()).isEqualTo("bus /dev/ttyUSB0 has not come round for 75 s");
    assertThat(check.next()).contains("restarts");
  }

  @Test
  void whatMovesAgainIsFedAgain() throws InterruptedException {
    Watchdog watchdog = watchdog(() -> "well");
    watchdog.look();
    bus.movement = new Stuck("has not come round for 75 s");
    watchdog.look();
    bus.movement = new Moving();
    watchdog.look();

    assertHeard("READY=1", "STATUS=well");
    assertHeard("STATUS=STUCK: bus /dev/ttyUSB0 has not come round for 75 s");
    assertHeard("WATCHDOG=1", "STATUS=well");
    assertThat(watchdog.checks().getFirst().isWell()).isTrue();
  }

  @Test
  void aBugInTheStatusDoesNotCostTheAgentItsLife() throws InterruptedException {
    watchdog(
            () -> {
              throw new IllegalStateException("planted");
            })
        .look();

    assertHeard("READY=1", "STATUS=running; how it is cannot be told");
  }

  @Test
  void theStatusIsOneLineOfATerminal() throws InterruptedException {
    watchdog(() -> "first\nsecond " + "x".repeat(500)).look();

    assertThat(systemd.next()).isEqualTo("READY=1");
    assertThat(systemd.next()).startsWith("STATUS=first second xxx").hasSize(207).endsWith("…");
  }

  @Test
  void theEndIsTold() throws InterruptedException {
    watchdog(() -> "well").close();

    assertHeard("STOPPING=1", "STATUS=stopping");
  }

  @Test
  void whereNobodyListensThereIsNoLineOnTheBoard() {
    Watchdog alone =
        new Watchdog(new ServiceNotice(""), LONG, List.of(bus, writer), () -> "well", time);

    assertThat(alone.checks()).isEmpty();
  }

  private Watchdog watchdog(Supplier<String> status) {
    return new Watchdog(systemd.notice(), LONG, List.of(bus, writer), status, time);
  }

  private void assertHeard(String... lines) throws InterruptedException {
    for (String line : lines) {
      assertThat(systemd.next()).isEqualTo(line);
    }
  }

  /** A part that moves as it is told. */
  private static final class Part implements Lifeline {
    private final String name;
    private Movement movement = new Moving();

    Part(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Movement movement() {
      return movement;
    }
  }
}

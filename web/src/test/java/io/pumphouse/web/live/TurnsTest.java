package io.pumphouse.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.PumpId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Times are milliseconds since boot. */
final class TurnsTest {
  private static final PumpId HOUSE = new PumpId("house");
  private static final PumpId COTTAGE = new PumpId("cottage");

  private final Turns turns = new Turns(() -> Duration.ofMillis(750));

  private static long nanos(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }

  private boolean part(PumpId pump, long at) {
    return turns.note(pump, false, nanos(at));
  }

  private boolean whole(PumpId pump, long at) {
    return turns.note(pump, true, nanos(at));
  }

  private List<PumpId> taken(long at) {
    return turns.take(nanos(at));
  }

  private long next() {
    return Duration.ofNanos(turns.next()).toMillis();
  }

  /** By how much each of these polls is told late. */
  private List<Long> delays(long... polls) {
    List<Long> delays = new ArrayList<>();
    for (long poll : polls) {
      whole(HOUSE, poll);
      delays.add(Math.max(0, next() - poll));
      taken(Math.max(poll, next()));
    }
    return delays;
  }

  @Test
  void aLatePollDelaysNeitherItselfNorThoseAfterIt() {
    assertThat(delays(10_000, 11_000, 12_400, 13_000, 14_000, 15_000)).containsOnly(0L);
  }

  @Test
  void howeverOftenPollsAreLateThoseOnTimeAreToldAtOnce() {
    assertThat(delays(10_400, 11_000, 12_400, 13_000, 14_400, 15_000, 16_400, 17_000))
        .containsOnly(0L);
  }

  @Test
  void afterAPumpThatWasAskedInQuickSuccessionPollsOnTimeAreToldAtOnceAgain() {
    assertThat(delays(10_000, 10_100, 11_000, 12_000, 13_000, 14_000))
        .startsWith(0L, 0L)
        .endsWith(0L, 0L);
  }

  @Test
  void onAverageThereIsNoMoreThanOneMessageInTheTime() {
    int told = 0;
    for (int at = 100_000; at < 175_000; at += 10) {
      whole(HOUSE, at);
      told += taken(at).size();
    }

    assertThat(told).isBetween(100, 101);
  }

  @Test
  void aWholeRoundIsDueAtOnceAndThenNothingIs() {
    whole(HOUSE, 5_000);

    assertThat(taken(5_000)).containsExactly(HOUSE);
    assertThat(taken(9_000)).isEmpty();
    assertThat(turns.next()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aRoundThatGoesOnIsToldInPartAfterAWhile() {
    part(HOUSE, 5_000);
    part(HOUSE, 5_600);

    assertThat(taken(5_749)).isEmpty();
    assertThat(next()).isEqualTo(5_750);
    assertThat(taken(5_750)).containsExactly(HOUSE);
  }

  @Test
  void theLastRequestOfARoundMakesItDue() {
    part(HOUSE, 5_000);

    assertThat(whole(HOUSE, 5_020)).isTrue();
    assertThat(taken(5_020)).containsExactly(HOUSE);
  }

  @Test
  void whatComesBeforeATurnThatIsSetWakesNobody() {
    assertThat(part(HOUSE, 5_000)).isTrue();
    assertThat(part(HOUSE, 5_010)).isFalse();
    assertThat(whole(HOUSE, 5_020)).isTrue();
    assertThat(whole(HOUSE, 5_030)).isFalse();
  }

  @Test
  void aPaceThatIsQuickerFromNowOnHoldsForWhatWaitsAlready() {
    AtomicReference<Duration> pace = new AtomicReference<>(Duration.ofMinutes(1));
    Turns paced = new Turns(pace::get);
    for (long poll : List.of(100_000L, 105_000L)) {
      paced.note(HOUSE, true, nanos(poll));
      assertThat(paced.take(nanos(poll))).containsExactly(HOUSE);
    }
    assertThat(paced.note(HOUSE, true, nanos(110_000))).isTrue();
    assertThat(paced.note(HOUSE, true, nanos(115_000))).isFalse();
    assertThat(paced.take(nanos(115_000))).isEmpty();

    pace.set(Duration.ofSeconds(1));

    assertThat(paced.note(HOUSE, true, nanos(120_000))).isTrue();
    assertThat(paced.take(nanos(120_000))).containsExactly(HOUSE);
  }

  @Test
  void aPumpDoesNotWaitForAnother() {
    assertThat(delays(10_000, 11_000)).containsOnly(0L);
    whole(COTTAGE, 11_500);

    assertThat(taken(11_500)).containsExactly(COTTAGE);
  }
}

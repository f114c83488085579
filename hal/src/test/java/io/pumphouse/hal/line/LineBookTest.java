package io.pumphouse.hal.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Sign;
import io.pumphouse.hal.reading.TracedFrame;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LineBookTest {
  private final Bystander line = new Bystander(Bystander.CABLE);

  @Test
  void theNewestTwoThousandFramesAreKept() {
    line.good(1_500, 1);

    List<TracedFrame> frames = line.book.newest(5_000);
    assertThat(frames)
        .extracting(TracedFrame::number)
        .containsExactlyElementsOf(LongStream.rangeClosed(1_001, 3_000).boxed().toList());
    assertThat(frames)
        .extracting(TracedFrame::hex)
        .startsWith("01 02 03 04", "05 06")
        .endsWith("01 02 03 04", "05 06");
    assertThat(line.book.newest(3)).isEqualTo(frames.subList(1_997, 2_000));
  }

  @Test
  void ofEndlessNoiseOnlyTheBeginningIsKept() {
    Frame noise = Frame.of(new byte[5_000]);
    line.book.overheard(
        new Overheard(Overheard.Kind.NOISE, 0, noise, line.time.now(), Wording.of("", "")));

    assertThat(line.book.newest(1).getFirst().hex())
        .isEqualTo(noise.slice(0, Tape.LONGEST).toString());
  }

  @Test
  void aLineThatStaysDownIsTracedOnceAndCountedEveryTime() {
    line.good(1, 1);
    line.bad(100, 1, new Fault.LineDown("no such port"));
    line.good(1, 1);
    line.bad(1, 1, new Fault.LineDown("no such port"));

    assertThat(line.book.newest(10))
        .extracting(TracedFrame::fault)
        .containsExactly("", "", "no such port", "", "", "no such port");
    assertThat(line.book.report(1).signs().of(Sign.DOWN)).isEqualTo(101);
  }

  @Test
  void loadIsTheShareOfTheLastMinuteInUse() {
    line.good(200, 1);
    // 30 ms of each second.
    assertThat(line.book.report(1).load()).isCloseTo(0.03, within(0.001));
    line.time.advance(Duration.ofMinutes(1));

    assertThat(line.book.report(1).load()).isZero();
  }

  @Test
  void loadOfAYoungLineIsTheShareOfItsLife() {
    line.good(5, 1);

    assertThat(line.book.report(1).load()).isCloseTo(0.03, within(0.001));
  }

  @Test
  void unitsAreCountedApartAndTheLineTogether() {
    line.good(3, 1);
    line.bad(2, 2, Bystander.SILENCE);
    line.book.reopened();

    assertThat(line.book.report(1).signs().total()).isEqualTo(3);
    assertThat(line.book.report(2).signs().total()).isEqualTo(2);
    assertThat(line.book.report(2).reopened()).isEqualTo(1);
    assertThat(line.book.lastGood(1)).isPresent();
    assertThat(line.book.lastGood(2)).isEmpty();
  }

  @Test
  void whoFollowsHearsOfTheNextFrameAndOfNoneTwice() throws Exception {
    line.good(1, 1);
    CompletableFuture<List<TracedFrame>> next = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                next.complete(line.book.after(2, Duration.ofSeconds(30)));
              } catch (InterruptedException failure) {
                next.completeExceptionally(failure);
              }
            });
    line.good(1, 1);

    assertThat(next.get(30, TimeUnit.SECONDS))
        .extracting(TracedFrame::number)
        .containsExactly(3L, 4L);
  }

  @Test
  void whoFollowsAQuietLineIsNotKeptForEver() throws InterruptedException {
    assertThat(line.book.after(0, Duration.ofMillis(1))).isEmpty();
  }
}

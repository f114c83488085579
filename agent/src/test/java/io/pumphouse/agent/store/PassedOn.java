package io.pumphouse.agent.store;

import static io.pumphouse.agent.store.pack.Samples.HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.store.Outbox.Next;
import io.pumphouse.hal.reading.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whoever is told all that waits in an outbox. */
final class PassedOn {
  private PassedOn() {}

  /** Everything behind a block, each as "2 at 5 s" since that time. */
  static List<String> all(Outbox outbox, long start, Instant since) {
    List<String> told = new ArrayList<>();
    long reached = start;
    Next next = outbox.next(start, reached);
    while (!(next instanceof Next.Nothing)) {
      reached =
          switch (next) {
            case Next.Found(Portion portion) -> {
              tell(portion, since, told);
              yield portion.block();
            }
            case Next.From(long block) -> block;
            case Next.Nothing _, Next.Unsure _, Next.Refused _ -> throw new AssertionError(next);
          };
      next = outbox.next(start, reached);
    }
    return told;
  }

  private static void tell(Portion portion, Instant since, List<String> told) {
    portion.tell(
        (pump, sample) -> {
          assertThat(pump).isEqualTo(HOUSE);
          long seconds = since.until(sample.takenAt().wall()).toSeconds();
          told.add(((Reading) sample).raw() + " at " + seconds + " s");
        });
  }
}

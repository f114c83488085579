package io.pumphouse.agent.store;

import static io.pumphouse.agent.store.pack.Samples.reading;

import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;

/** A day and a half of a pump that is asked unevenly, falls silent, and changes at random. */
final class OddDays {
  private final Random random;
  private final HandTime time;

  OddDays(Random random, HandTime time) {
    this.random = random;
    this.time = time;
  }

  /** Between what is heard the store commits and rolls up now and then; not at the end. */
  void live(Consumer<Sample[]> hear, Runnable commit, Runnable upkeep) {
    int pace = 20_000 + random.nextInt(60_000);
    for (int poll = 0; poll < 129_600_000 / pace; poll++) {
      Sample a = sample("a", random.nextInt(50) - 25);
      Sample b = sample("b", poll / 200);
      if (poll % 13 == 0) {
        hear.accept(new Sample[] {a, b, sample("c", random.nextInt(3) << 20)});
      } else {
        hear.accept(new Sample[] {a, b});
      }
      if (random.nextInt(7) == 0) {
        commit.run();
      }
      if (random.nextInt(400) == 0) {
        upkeep.run();
      }
      time.pass(Duration.ofMillis(pace + random.nextInt(50) + gap()));
    }
  }

  private int gap() {
    return random.nextInt(300) == 0 ? random.nextInt(9_000_000) : 0;
  }

  private Sample sample(String register, long raw) {
    RegisterId id = new RegisterId(register);
    return switch (random.nextInt(40)) {
      case 0 -> new Missing(id, time.now());
      case 1 -> new Invalid(id, time.now(), new Fault.Late());
      default -> reading(register, time.now(), raw);
    };
  }
}

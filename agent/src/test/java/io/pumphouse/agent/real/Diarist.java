package io.pumphouse.agent.real;

import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Health.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Hears numbers and stores them, and says how the store is whenever that changes, and each hundred
 * numbers. Ends when it is told anything; then it says the last number.
 */
final class Diarist {
  static final PumpId HOUSE = new PumpId("house");
  static final RegisterId NUMBER = new RegisterId("number");

  private static final Duration PACE = Duration.ofMillis(1);
  private static final int TELL_EVERY = 100;

  /** Some minutes: whoever waits in vain for a word is not to wait for ever. */
  private static final int MOST = 100_000;

  private Diarist() {}

  /**
   * Goes on until told.
   *
   * @param args the file
   */
  public static void main(String[] args) throws IOException {
    HandTime time = new HandTime();
    String said = "";
    long number = 0;
    try (ReadingStore store = store(Path.of(args[0]), time)) {
      store.start();
      while (System.in.available() == 0 && number < MOST) {
        number++;
        store.offer(
            new Batch(
                HOUSE,
                new Link.Up(),
                Duration.ZERO,
                List.of(new Reading(NUMBER, time.now(), number)),
                true));
        time.pass(PACE);
        LockSupport.parkNanos(PACE.toNanos());
        String words = words(store.check());
        if (!words.equals(said)) {
          System.out.println(words);
          said = words;
        }
        if (number % TELL_EVERY == 0) {
          System.out.println("heard " + number);
        }
      }
    }
    System.out.println("end " + number);
  }

  static ReadingStore store(Path file, HandTime time) {
    StoreConfig config = new StoreConfig(Duration.ofMillis(200));
    return new ReadingStore(file, "boot", config, ZoneOffset.UTC, () -> true, time);
  }

  private static String words(Check check) {
    if (!check.isWell()) {
      return "trouble: " + check.cause() + "; " + check.next();
    }
    return check.cause().startsWith("last commit") ? "well, stored" : "well, waiting";
  }
}

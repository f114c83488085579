package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Extremes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was heard last before the process ended is on the disk. */
final class LastBatchTest {
  private static final PumpId HOUSE = new PumpId("house");
  private static final int OUTDOOR = 1;
  private static final int HEARD_LAST = -123;

  @TempDir private Path folder;

  @BeforeEach
  void needs() {
    Tools.require("python3");
  }

  @Test
  void sigtermCommitsTheLastBatch() throws IOException, InterruptedException {
    int port = Ports.free();
    try (ForeignSlave _ = filledSlave(port);
        Product product = Product.start(folder, pump(port));
        LiveEar ear = product.listen()) {
      ear.await("outdoor_temp", reading -> "-12.3".equals(String.valueOf(reading.get("value"))));
      product.terminate();
      assertThat(stored(product.data()).lowest()).isEqualTo(HEARD_LAST);
    }
  }

  /** Before the agent asks: a register that is refused while others answer is left alone. */
  private ForeignSlave filledSlave(int port) throws InterruptedException {
    ForeignSlave slave = ForeignSlave.tcp(folder, port);
    slave.fill("input", 0, 4999, 0);
    slave.set("input", OUTDOOR, HEARD_LAST);
    return slave;
  }

  private static Extremes stored(Path data) {
    try (ReadingStore store =
        new ReadingStore(
            data.resolve("readings.db"),
            "test",
            new StoreConfig(Duration.ofMinutes(1)),
            ZoneOffset.UTC,
            () -> true,
            new SystemTime())) {
      Instant now = Instant.now();
      return Optional.ofNullable(
              store
                  .recollection()
                  .extremes(HOUSE, now.minus(Duration.ofHours(1)), now.plusSeconds(60))
                  .get(new RegisterId("30002")))
          .orElseThrow(() -> new AssertionError("no outdoor temperature in " + data));
    }
  }

  private static String pump(int port) {
    return "- {id: house, model: nibe-s1255, line: {tcp: \"127.0.0.1:%d\"}, poll-interval: 1s}"
        .formatted(port);
  }
}

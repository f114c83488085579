package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever became of its files, the agent starts, and says so on the health board. */
final class LostFilesTest {
  private static final String RUBBISH = "this is no database";

  @TempDir private Path folder;

  @Test
  void damagedFilesAreMovedAsideAndTold() throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("data"));
    for (String name : List.of("readings.db", "ledger.db")) {
      Files.writeString(folder.resolve("data").resolve(name), RUBBISH);
    }
    try (Product product = start()) {
      assertThat(product.get("/healthz"))
          .contains("readings.db.damaged-")
          .contains("ledger.db.damaged-")
          .doesNotContain("begun anew");
    }
  }

  @Test
  void missingLedgerIsToldUntilTheNextStart() throws IOException, InterruptedException {
    try (Product product = start()) {
      assertThat(product.get("/healthz")).doesNotContain("begun anew");
      product.terminate();
    }
    Files.delete(folder.resolve("data/ledger.db"));
    try (Product product = start()) {
      assertThat(product.get("/healthz")).contains("ledger.db was gone at the start");
      product.terminate();
    }
    try (Product product = start()) {
      assertThat(product.get("/healthz")).doesNotContain("begun anew");
    }
  }

  private Product start() throws IOException, InterruptedException {
    return Product.start(
        folder,
        "- {id: house, model: nibe-s1255, line: {tcp: \"127.0.0.1:%d\"}}".formatted(Ports.free()));
  }
}

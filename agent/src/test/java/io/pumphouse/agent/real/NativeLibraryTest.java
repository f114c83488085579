package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The serial and the SQLite library bring native code. Left to themselves they unpack it into the
 * temp folder, load whatever already lies there under the right name, and fail where that folder
 * may not hold programs. The product loads it from its installation.
 */
final class NativeLibraryTest {
  @TempDir private Path folder;

  @Test
  void aTempFolderThatIsNotThereIsNotMissed() throws IOException, InterruptedException {
    Path missing = folder.resolve("missing");
    live(missing);

    assertThat(missing).doesNotExist();
  }

  @Test
  void nothingIsPutIntoTheTempFolder() throws IOException, InterruptedException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    live(empty);

    try (Stream<Path> files = Files.walk(empty)) {
      assertThat(files).containsExactly(empty);
    }
  }

  /** One life with a serial port and both databases open. */
  private void live(Path temp) throws IOException, InterruptedException {
    Tools.require("python3", "socat");
    Map<String, String> environment =
        Map.of("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temp + " -Duser.home=" + temp);
    try (PtyPair cable = new PtyPair(folder);
        ForeignSlave slave = ForeignSlave.rtu(folder, cable.pumpEnd())) {
      slave.fill("holding", 0, 9999, 0);
      slave.set("holding", 3, -217);
      try (Product product = Product.start(folder, pump(cable), environment);
          LiveEar ear = product.listen()) {
        ear.await("outdoor_temp", reading -> "value".equals(reading.get("state")));
        assertThat(product.data().resolve("ledger.db")).isNotEmptyFile();
        product.terminate();
      }
    }
  }

  private static String pump(PtyPair cable) {
    return """
        - id: cottage
          model: nibe-f1255
          line: {serial: %s, baud: 9600, parity: none, stop-bits: 1, unit: 1}
          poll-interval: 1s
        """
        .formatted(cable.agentEnd());
  }
}

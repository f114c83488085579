package io.pumphouse.agent.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** An agent in a process of its own that copies until it is killed. */
final class DoomedAgent {
  private DoomedAgent() {}

  /** Copies {@code source} once and slowly, or takes one snapshot after the other. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Workshop shop = new Workshop(Path.of(arguments[0])); // never closed: it is killed
    boolean isSnapshot = arguments[1].equals("snapshot");
    shop.room.start();
    shop.job(arguments[1], isSnapshot ? Map.of() : Map.of("bandwidth", "1024 KiB/s"));
    while (isSnapshot) {
      shop.ended();
    }
    shop.ended();
  }

  static Process start(Path folder, String type) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            DoomedAgent.class.getName(),
            folder.toString(),
            type)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("doomed.log").toFile())
        .start();
  }
}

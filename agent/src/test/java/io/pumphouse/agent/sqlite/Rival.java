package io.pumphouse.agent.sqlite;

import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A second agent, in a process of its own, that wants to write to the file too. */
final class Rival {
  private Rival() {}

  public static void main(String[] arguments) {
    Schema schema = new Schema(List.of(List.of("CREATE TABLE note (text TEXT NOT NULL)")));
    try (Database database = new Database(Path.of(arguments[0]), schema, new HandTime(), "rival")) {
      System.out.print(
          switch (database.run(session -> session.rows("SELECT 1 FROM note", _ -> "row"))) {
            case Done<List<String>>(List<String> rows) -> "DONE " + rows;
            case Failed<List<String>>(Trouble trouble) -> trouble.kind() + " " + trouble.next();
          });
    }
  }

  /** What it comes to. */
  static String tries(Path file) throws IOException {
    Process rival =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Rival.class.getName(),
                file.toString())
            .start();
    return new String(rival.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}

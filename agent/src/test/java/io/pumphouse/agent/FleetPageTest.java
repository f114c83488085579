package io.pumphouse.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.MapShelf;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide to fleets has people run makes a configuration that each device can use. */
final class FleetPageTest {
  private static final Book PAGE = Book.of("docs/fleet.md");

  /** What needs a broker's own program, or is tried here on what comes out of it. */
  private static final String ELSEWHERE =
      "mosquitto_passwd() { test -s \"$2\"; }; pumphouse() { test -s \"$2\"; }\n";

  @TempDir private Path folder;

  @Test
  void theScriptMakesAFolderForEachSiteThatTheAgentReads() throws Exception {
    Files.writeString(folder.resolve("sites.txt"), "se-0001\nse-0002\n");
    Files.writeString(folder.resolve("pumphouse.yaml.in"), PAGE.fences("yaml").getFirst().text());

    run("set -eu\n" + ELSEWHERE + PAGE.fences("bash").getFirst().text());

    for (String site : List.of("se-0001", "se-0002")) {
      Path device = folder.resolve("devices").resolve(site);
      assertThat(device.resolve("fleet.password")).isNotEmptyFile();
      Path file = device.resolve("pumphouse.yaml");
      assertThat(file).content().contains("id: " + site).doesNotContain("SITE");
      assertThat(new ConfigFile(MapShelf::beside, ZoneOffset.UTC).read(file))
          .isInstanceOf(Loaded.Valid.class);
    }
    assertThat(Files.readAllLines(folder.resolve("fleet.passwd"))).hasSize(2);
  }

  private void run(String script) throws IOException, InterruptedException {
    Process bash =
        new ProcessBuilder("bash", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor(30, TimeUnit.SECONDS)).as(said).isTrue();
    assertThat(bash.exitValue()).as(said).isZero();
  }
}

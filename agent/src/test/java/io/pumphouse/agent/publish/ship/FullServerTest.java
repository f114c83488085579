package io.pumphouse.agent.publish.ship;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.sqlite.SmallDisk;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that have no room: it is told, nothing is lost, and all arrives once they have. */
final class FullServerTest {
  private static final String MORE_THAN_THERE_IS =
      "-storage.minFreeDiskSpaceBytes=900000GiB"; // so much it wants to keep free

  @TempDir private Path folder;
  private final int port = Daemon.freePort();
  private Shelf shelf;

  @BeforeEach
  void build() {
    shelf = new Shelf(folder);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void influxOnADiskThatIsFull() throws IOException, InterruptedException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    try (SmallDisk _ = SmallDisk.mounted(disk, 4_096);
        Daemon _ = Databases.influx(disk, port, false);
        Loop loop = Databases.loop(port, shelf)) {
      Databases.ask(port, "/query", "q=CREATE DATABASE pumps");
      Path filler = disk.resolve("filler");
      Files.write(filler, new byte[(int) Files.getFileStore(disk).getUsableSpace()]);
      shelf.hear(0, 40);
      loop.turn();
      assertThat(loop.check().cause()).contains("no space left on device");
      assertThat(loop.check().next()).contains("nothing is lost");
      Files.delete(filler);
      loop.turn();

      assertThat(loop.check().isWell()).isTrue();
      assertThat(Databases.ask(port, "/query?db=pumps&epoch=s&q=" + counting(), ""))
          .contains("[%d,40,0,3.9]".formatted(shelf.start.getEpochSecond()));
    }
  }

  /** As of the start, so that the answer's time says when the first one was taken. */
  private String counting() {
    String question =
        "SELECT count(value), first(value), last(value) FROM heatpump WHERE time >= '"
            + shelf.start
            + "'";
    return URLEncoder.encode(question, UTF_8);
  }

  @Test
  void victoriaMetricsThatTakesNoMore() throws IOException {
    shelf.hear(0, 40);
    try (Loop loop = Databases.loop(port, shelf)) {
      try (Daemon _ = Databases.victoria(folder, port, MORE_THAN_THERE_IS)) {
        loop.turn();
        assertThat(loop.check().cause()).contains("read-only mode");
      }
      try (Daemon _ = Databases.victoria(folder, port)) {
        loop.turn();
        assertThat(loop.check().isWell()).isTrue();
        Databases.ask(port, "/internal/force_flush", "");
        String all = Databases.ask(port, "/api/v1/export?match[]=heatpump_value", "");
        assertThat(all.replaceAll("(?s).*\"values\":\\[(.*?)\\].*", "$1").split(",", -1))
            .hasSize(40)
            .startsWith("0", "0.1");
      }
    }
  }
}

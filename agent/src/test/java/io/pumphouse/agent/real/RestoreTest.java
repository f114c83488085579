package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made, run, lost, restored: the same readings, byte for byte, from the medium alone. */
final class RestoreTest {
  private static final long BEGIN = 1_767_200_000; // seconds since 1970: the last day of 2025
  private static final int LINES = 2_000;
  private static final String PUMP = "{id: house, model: nibe-s1255, line: {tcp: \"127.0.0.1:9\"}}";

  @TempDir private Path folder;
  private Path data;
  private Path stick;

  @BeforeEach
  void fill() throws IOException, InterruptedException {
    data = Files.createDirectories(folder.resolve("data"));
    stick = folder.resolve("stick");
    Files.writeString(folder.resolve("pumphouse.yaml"), "pumps: [" + PUMP + "]\n");
    take(0);
  }

  private void take(int first) throws IOException, InterruptedException {
    String lines =
        IntStream.range(first, first + LINES)
            .mapToObj(i -> "heatpump,register_id=30002 value=1.5 " + (BEGIN + i))
            .collect(Collectors.joining("\n"));
    Path file = Files.writeString(folder.resolve("old.lp"), lines);
    assertThat(said(0, "import", file.toString(), "--config", config()))
        .contains("stored " + LINES);
  }

  private String config() {
    return folder.resolve("pumphouse.yaml").toString();
  }

  /** What a command prints, which ends with this code. */
  private String said(int code, String... typed) throws InterruptedException {
    List<String> all = new ArrayList<>(List.of(typed));
    all.addAll(List.of("--data", data.toString()));
    try (Child child = new Child(Map.of(), Product.command(all))) {
      String output = child.output();
      assertThat(child.exitCode()).as(output).isEqualTo(code);
      return output;
    }
  }

  /** What was taken in; the agent goes on to note that its pump does not answer. */
  private String export() throws InterruptedException {
    String begin = "2025-12-01T00:00:00Z";
    String end = "2026-01-02T00:00:00Z";
    return said(0, "export", "--from", begin, "--to", end, "--config", config());
  }

  private Product start() throws IOException, InterruptedException {
    return Product.start(folder, "- " + PUMP);
  }

  private void back() throws IOException, InterruptedException {
    try (Product product = start()) {
      said(0, "jobs", "create", "own", "type=snapshot", "destination=" + stick, "same-disk=yes");
      said(0, "jobs", "start", "own");
      while (!product.get("/api/v1/runs").contains("succeeded")) {
        assertThat(product.get("/api/v1/runs")).doesNotContain("failed");
      }
      product.terminate();
    }
  }

  private List<String> events() {
    try (Ledger ledger = new Ledger(data.resolve("ledger.db"), "boot", new SystemTime())) {
      ledger.start();
      return ledger.latest(100).stream().map(Event::text).toList();
    }
  }

  private void wipe() throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void whatIsWipedComesBackFromTheMediumAloneWithItsJobs() throws Exception {
    back();
    String before = export();
    assertThat(before).hasLineCount(LINES + 1);
    wipe();
    assertThat(said(0, "restore", stick.toString()))
        .contains("taken ", "job own", "verified ", "--newest");
    assertThat(data).doesNotExist();
    assertThat(said(0, "restore", stick.toString(), "--newest")).contains("restored pumphouse-");
    assertThat(export()).isEqualTo(before);
    try (Product product = start()) {
      assertThat(product.get("/healthz")).doesNotContain("begun anew", "damaged");
      assertThat(product.get("/api/v1/jobs")).contains("\"id\":\"own\"");
      product.terminate();
    }
    assertThat(events()).anyMatch(text -> text.startsWith("restored pumphouse-"));
  }

  @Test
  void aRunningAgentSwapsWhenItStartsAgainAndKeepsWhatWasThere() throws Exception {
    back();
    String before = export();
    take(LINES);
    assertThat(export()).hasLineCount(2 * LINES + 1);
    try (Product product = start()) {
      assertThat(said(0, "restore", stick.toString(), "--newest"))
          .contains("when the agent starts again");
      assertThat(said(1, "restore", stick.toString(), "--newest")).contains("--withdraw");
      product.terminate();
    }
    try (Product product = start()) {
      product.terminate();
    }
    assertThat(export()).isEqualTo(before);
    assertThat(events()).anyMatch(text -> text.startsWith("restored pumphouse-"));
    assertThat(data.toFile().list()).anyMatch(name -> name.startsWith("before-restore-"));
    assertThat(data.resolve("restore")).doesNotExist();
  }
}

package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.SystemTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The data folder of an agent whose pump does not answer, and what is typed about it. */
final class AgentFolder {
  static final int LINES = 2_000;

  private static final long BEGIN = 1_767_200_000; // seconds since 1970: the last day of 2025
  private static final long PATIENCE_SECONDS = 60;
  private static final String PUMP = "{id: house, model: nibe-s1255, line: {tcp: \"127.0.0.1:9\"}}";

  final Path data;
  private final Path folder;
  private final BlockingQueue<Boolean> tick = new LinkedBlockingQueue<>();

  AgentFolder(Path folder) throws IOException {
    this.folder = folder;
    this.data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("pumphouse.yaml"), "pumps: [" + PUMP + "]\n");
  }

  /** Takes in readings, the first of which is this one. */
  void take(int first) throws IOException, InterruptedException {
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
  String said(int code, String... typed) throws InterruptedException {
    List<String> all = new ArrayList<>(List.of(typed));
    all.addAll(List.of("--data", data.toString()));
    try (Child child = new Child(Map.of(), Product.command(all))) {
      String output = child.output();
      assertThat(child.exitCode()).as(output).isEqualTo(code);
      return output;
    }
  }

  /** What was taken in; the agent goes on to note that its pump does not answer. */
  String export() throws InterruptedException {
    String begin = "2025-12-01T00:00:00Z";
    String end = "2026-01-02T00:00:00Z";
    return said(0, "export", "--from", begin, "--to", end, "--config", config());
  }

  Product start() throws IOException, InterruptedException {
    return Product.start(folder, "- " + PUMP);
  }

  /** Waits until an answer has this in it. */
  void await(Product product, String path, String words) throws Exception {
    until(path + " has " + words, () -> product.get(path).contains(words));
  }

  /** Waits until this is so. */
  void until(String what, Callable<Boolean> isSo) throws Exception {
    SystemTime time = new SystemTime();
    long end = time.nanos() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isSo.call()) {
      assertThat(time.nanos()).as(what).isLessThan(end);
      tick.poll(50, TimeUnit.MILLISECONDS);
    }
  }

  void wipe() throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

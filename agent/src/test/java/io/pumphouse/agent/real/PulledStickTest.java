package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way with a real agent and a real file system: a stick is pulled in the middle of a run,
 * missed, put back, written to and read through; then everything is lost, and comes back from it.
 */
final class PulledStickTest {
  private static final Pattern BACKUP = Pattern.compile("\"id\":\"(own\\.pumphouse-[^\"]+)\"");

  @TempDir private Path folder;
  private Path stick;
  private Path image;
  private AgentFolder agent;

  @BeforeEach
  void mount() throws Exception {
    Tools.require("rsync");
    agent = new AgentFolder(folder);
    stick = Files.createDirectory(folder.resolve("stick"));
    image = folder.resolve("image");
    try (var file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(64L << 20);
    }
    boolean isMounted = isDone("mkfs.ext4", "-q", "-m", "0", "-F", image.toString()) && isPutIn();
    if (!isMounted) {
      System.err.println("NOT TESTED: a stick pulled from a real agent; this user may not mount");
    }
    Assumptions.assumeTrue(isMounted, "this user may not mount");
  }

  @AfterEach
  void unmount() throws Exception {
    isDone("umount", stick.toString());
  }

  private boolean isPutIn() throws IOException, InterruptedException {
    return isDone("mount", "-o", "loop", image.toString(), stick.toString());
  }

  private static boolean isDone(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  /** Enough that it takes three seconds at the rate of the job. */
  private Path pictures() throws IOException {
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    for (int each = 0; each < 24; each++) {
      byte[] content = new byte[128 << 10];
      new Random(each).nextBytes(content);
      Files.write(pictures.resolve("picture" + each), content);
    }
    return pictures;
  }

  @Test
  void aPulledStickIsToldOfAndBringsEverythingBackInTheEnd() throws Exception {
    agent.take(0);
    try (Product product = agent.start()) {
      make("own", "type=snapshot");
      make("pictures", "type=rsync", "source=" + pictures(), "bandwidth=1024 KiB/s");
      run(product, "own", "succeeded");
      pull(product);
      putBack(product);
      product.terminate();
    }
    String before = agent.export();
    assertThat(before).hasLineCount(AgentFolder.LINES + 1);
    agent.wipe();
    assertThat(agent.said(0, "restore", stick + "/own", "--newest"))
        .contains("restored pumphouse-");
    assertThat(agent.export()).isEqualTo(before);
    try (Product product = agent.start()) {
      assertThat(product.get("/backups/restore")).contains("Restored last", "restored pumphouse-");
      assertThat(product.get("/api/v1/media")).contains("\"ours\":true");
      product.terminate();
    }
  }

  private void make(String job, String... settings) throws InterruptedException {
    List<String> all = new ArrayList<>(List.of("jobs", "create", job));
    all.add("destination=" + stick + "/" + job);
    all.addAll(List.of(settings));
    agent.said(0, all.toArray(String[]::new));
  }

  private void run(Product product, String job, String outcome) throws Exception {
    agent.said(0, "jobs", "start", job);
    agent.await(product, "/api/v1/jobs/" + job, "\"" + outcome + "\"");
  }

  /** In the middle of a run; the next one does not even begin. */
  private void pull(Product product) throws Exception {
    agent.said(0, "jobs", "start", "pictures");
    Path first = stick.resolve("pictures/picture0");
    agent.until("the first picture is there", () -> Files.exists(first));
    assertThat(isDone("umount", "--lazy", stick.toString())).isTrue();
    agent.await(product, "/api/v1/runs", "went away in the middle");
    assertThat(product.get("/api/v1/media")).contains("\"there\":false", "plug in and mount");
    assertThat(product.get("/backups/media")).contains("not there", "plug in and mount");
    assertThat(product.get("/backups")).contains("1 failed last time", "went away in the middle");
    run(product, "own", "skipped");
    assertThat(stick).isEmptyDirectory();
  }

  private void putBack(Product product) throws Exception {
    assertThat(isPutIn()).isTrue();
    run(product, "pictures", "succeeded");
    assertThat(stick.resolve("pictures/picture23"))
        .hasSameBinaryContentAs(folder.resolve("pictures/picture23"));
    run(product, "own", "succeeded");
    assertThat(agent.said(0, "backups", "verify", newest(product))).contains("whole and sound");
    assertThat(product.get("/backups/media")).contains("sound").doesNotContain("damaged");
  }

  private static String newest(Product product) throws IOException, InterruptedException {
    Matcher found = BACKUP.matcher(product.get("/api/v1/media"));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}

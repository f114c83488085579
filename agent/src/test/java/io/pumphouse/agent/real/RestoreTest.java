package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made, run, lost, restored: the same readings, byte for byte, from the medium alone. */
final class RestoreTest {
  @TempDir private Path folder;
  private AgentFolder agent;
  private Path stick;

  @BeforeEach
  void fill() throws IOException, InterruptedException {
    agent = new AgentFolder(folder);
    stick = folder.resolve("stick");
    agent.take(0);
    Files.writeString(agent.data.resolve("settings.yaml"), "attempts: 6\ncurrency: XAU\n");
  }

  /** In use, not only in its place. */
  private static void isSetAsBefore(Product product) throws Exception {
    assertThat(product.get("/api/v1/settings"))
        .containsPattern("\"key\":\"attempts\"[^}]*\"value\":\"6\"")
        .containsPattern("\"key\":\"currency\"[^}]*\"value\":\"XAU\"");
  }

  private void back() throws Exception {
    try (Product product = agent.start()) {
      agent.said(
          0, "jobs", "create", "own", "type=snapshot", "destination=" + stick, "same-disk=yes");
      agent.said(0, "jobs", "start", "own");
      agent.await(product, "/api/v1/runs", "succeeded");
      product.terminate();
    }
  }

  private List<String> events() {
    try (Ledger ledger = new Ledger(agent.data.resolve("ledger.db"), "boot", new SystemTime())) {
      ledger.start();
      return ledger.latest(100).stream().map(Event::text).toList();
    }
  }

  @Test
  void whatIsWipedComesBackFromTheMediumAloneWithItsJobsAndSettings() throws Exception {
    back();
    String before = agent.export();
    assertThat(before).hasLineCount(AgentFolder.LINES + 1);
    agent.wipe();
    assertThat(agent.said(0, "restore", stick.toString()))
        .contains("taken ", "job own", "verified ", "--newest");
    assertThat(agent.data).doesNotExist();
    assertThat(agent.said(0, "restore", stick.toString(), "--newest"))
        .contains("restored pumphouse-");
    assertThat(agent.export()).isEqualTo(before);
    try (Product product = agent.start()) {
      assertThat(product.get("/healthz")).doesNotContain("begun anew", "damaged");
      assertThat(product.get("/api/v1/jobs")).contains("\"id\":\"own\"");
      isSetAsBefore(product);
      product.terminate();
    }
    assertThat(events()).anyMatch(text -> text.startsWith("restored pumphouse-"));
  }

  @Test
  void aRunningAgentSwapsWhenItStartsAgainAndKeepsWhatWasThere() throws Exception {
    back();
    String before = agent.export();
    agent.take(AgentFolder.LINES);
    Files.delete(agent.data.resolve("settings.yaml"));
    assertThat(agent.export()).hasLineCount(2 * AgentFolder.LINES + 1);
    try (Product product = agent.start()) {
      assertThat(agent.said(0, "restore", stick.toString(), "--newest"))
          .contains("when the agent starts again");
      assertThat(agent.said(1, "restore", stick.toString(), "--newest")).contains("--withdraw");
      assertThat(product.get("/backups"))
          .contains("A backup waits for the restart of the agent", "pumphouse-");
      product.terminate();
    }
    try (Product product = agent.start()) {
      assertThat(product.get("/backups/restore")).contains("Restored last", "before-restore-");
      isSetAsBefore(product);
      product.terminate();
    }
    assertThat(agent.export()).isEqualTo(before);
    assertThat(events()).anyMatch(text -> text.startsWith("restored pumphouse-"));
    assertThat(agent.data.toFile().list()).anyMatch(name -> name.startsWith("before-restore-"));
    assertThat(agent.data.resolve("restore")).doesNotExist();
  }
}

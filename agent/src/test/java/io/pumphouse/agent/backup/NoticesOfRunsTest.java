package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.backup.notice.Ears;
import io.pumphouse.agent.config.JobHabits;
import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobProgress;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunPhase;
import io.pumphouse.web.model.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NoticesOfRunsTest {
  @TempDir private Path folder;

  @Test
  void aRunTellsItsBeginningAndItsEnd() throws Exception {
    try (Ears ears = new Ears();
        Workshop shop = new Workshop(folder)) {
      shop.room.start();
      String hook = "notices: [{id: it, type: webhook, url: \"%s\"}]\n".formatted(ears.url());
      Files.writeString(shop.data.resolve("notices.yaml"), hook);
      shop.job("snapshot", Map.of());
      shop.succeeded();
      assertThat(ears.next()).contains("\"event\":\"started\"", "\"job_id\":\"job\"");
      assertThat(ears.next())
          .contains("\"event\":\"succeeded\"", "succeeded, verified", "manifest pumphouse-");
    }
  }

  @Test
  void aReceiverThatIsDownCostsTheRunNothing() throws Exception {
    try (Workshop shop = new Workshop(folder)) {
      shop.room.start();
      Files.writeString(
          shop.data.resolve("notices.yaml"),
          "notices: [{id: it, type: webhook, url: \"http://127.0.0.1:1\"}]\n");
      shop.job("snapshot", Map.of());
      shop.succeeded();
      Files.writeString(shop.data.resolve("notices.yaml"), "notices: rubbish");
      shop.succeeded();
    }
  }

  @Test
  void aBeginningIsToldOnceWhateverBecomesOfOtherRuns() throws Exception {
    try (Ears ears = new Ears();
        Workshop shop = new Workshop(folder);
        Reporter reporter =
            new Reporter(shop.data, shop.time, Workshop.PAUSE, () -> JobHabits.USUAL)) {
      String hook = "notices: [{id: it, type: webhook, url: \"%s\"}]\n".formatted(ears.url());
      Files.writeString(shop.data.resolve("notices.yaml"), hook);
      RunState running = new RunState.Running(RunPhase.COPY);
      reporter.hear(run(1, running));
      reporter.hear(run(2, running));
      reporter.hear(run(1, Workshop.ended(RunOutcome.CANCELLED)));
      reporter.hear(run(2, running));
      reporter.hear(run(2, Workshop.ended(RunOutcome.SUCCEEDED)));
      assertThat(ears.next()).contains("\"event\":\"started\"", "\"run_id\":1");
      assertThat(ears.next()).contains("\"event\":\"started\"", "\"run_id\":2");
      assertThat(ears.next()).contains("\"event\":\"cancelled\"", "\"run_id\":1");
      assertThat(ears.next()).contains("\"event\":\"succeeded\"", "\"run_id\":2");
    }
  }

  private static JobRun run(long id, RunState state) {
    Instant when = Instant.EPOCH;
    return new JobRun(
        id, "job", "ann", state, when, when, 1, JobProgress.NONE, false, "", "", "job.log");
  }

  private static JobCard card(Workshop shop, boolean isOverdue) {
    JobCard card = shop.room.jobs().job("job").orElseThrow();
    return new JobCard(card.job(), Map.of(), List.of(), List.of(), card.next(), isOverdue);
  }

  @Test
  void whatIsOverdueIsToldOnceUntilItIsNot() throws Exception {
    try (Ears ears = new Ears();
        Workshop shop = new Workshop(folder);
        Reporter reporter =
            new Reporter(shop.data, shop.time, Workshop.PAUSE, () -> JobHabits.USUAL)) {
      String hook = "notices: [{id: it, type: webhook, url: \"%s\"}]\n".formatted(ears.url());
      Files.writeString(shop.data.resolve("notices.yaml"), hook);
      shop.job("snapshot", Map.of());
      reporter.look(List.of(card(shop, true)));
      reporter.look(List.of(card(shop, true)));
      assertThat(ears.next()).contains("\"event\":\"overdue\"", "\"job_id\":\"job\"");
      assertThat(ears.isSilent()).isTrue();
      reporter.look(List.of(card(shop, false)));
      reporter.look(List.of(card(shop, true)));
      assertThat(ears.next()).contains("\"event\":\"overdue\"");
    }
  }

  /** As a power cut leaves it: running in the ledger, a log that breaks off, nobody at work. */
  private JobRun cut(Workshop shop) throws IOException {
    RunMemory memory = shop.ledger.runs();
    JobRun draft = run(0, new RunState.Pending());
    JobRun run = draft.numbered(memory.begin(draft).orElseThrow());
    memory.note(run.in(new RunState.Running(RunPhase.COPY), Instant.EPOCH));
    Path logs = Files.createDirectories(shop.data.resolve("runs"));
    Files.writeString(logs.resolve(run.log()), "the last line before the light went out\n");
    return run;
  }

  @Test
  void aRunThatAPowerCutEndedIsToldAtTheNextStartOnceAlthoughNobodyHearsAtFirst() throws Exception {
    try (Ears ears = new Ears()) {
      ears.deaf.set(1);
      try (Workshop shop = new Workshop(folder)) {
        String hook = "notices: [{id: it, type: webhook, url: \"%s\"}]\n".formatted(ears.url());
        Files.writeString(shop.data.resolve("notices.yaml"), hook);
        JobRun run = cut(shop);
        shop.room.start();
        assertThat(ears.next()).contains("\"event\":\"interrupted\"");
        assertThat(ears.next())
            .contains("\"event\":\"interrupted\"", "\"run_id\":" + run.id() + "}")
            .contains("stopped in the middle", "start it again", "before the light went out");
      }
      try (Workshop shop = new Workshop(folder)) {
        shop.room.start();
        shop.job("snapshot", Map.of());
        shop.succeeded();
        assertThat(ears.next()).contains("\"event\":\"started\"");
        assertThat(ears.next()).contains("\"event\":\"succeeded\"");
        assertThat(ears.isSilent()).isTrue();
      }
    }
  }

  @Test
  void aRunThatTheEndOfTheAgentInterruptsIsToldBeforeItEnds() throws Exception {
    try (Ears ears = new Ears()) {
      try (Workshop shop = new Workshop(folder)) {
        String hook = "notices: [{id: it, type: webhook, url: \"%s\"}]\n".formatted(ears.url());
        Files.writeString(shop.data.resolve("notices.yaml"), hook);
        shop.file("big", Workshop.SIX_MIB);
        shop.job("rsync", Workshop.SLOW);
        shop.room.start();
        shop.start();
        shop.copied(1);
      }
      assertThat(ears.next()).contains("\"event\":\"started\"");
      assertThat(ears.next()).contains("\"event\":\"interrupted\"", "the agent was stopped");
    }
  }
}

package io.pumphouse.agent.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.backup.tool.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people wrote goes along, and keeps no readings from being saved where it cannot. */
final class PapersTest {
  @TempDir private Path data;

  @Test
  void theyAreTakenAlongAsTheyAre() throws IOException {
    Files.writeString(data.resolve("settings.yaml"), "language: sv\n");

    Papers papers = Papers.in(data);

    assertThat(papers.settings()).isEqualTo("language: sv\n");
    assertThat(papers.jobs()).isEmpty();
    assertThat(papers.verdict()).isEqualTo(Verdict.good());
  }

  @Test
  void oneInAnotherEncodingIsLeftAndTold() throws IOException {
    Files.write(data.resolve("settings.yaml"), "# värme\n".getBytes(ISO_8859_1));
    Files.writeString(data.resolve("jobs.yaml"), "jobs: []\n");

    Papers papers = Papers.in(data);

    assertThat(papers.settings()).isEmpty();
    assertThat(papers.jobs()).isEqualTo("jobs: []\n");
    assertThat(papers.verdict().kind()).isEqualTo(Verdict.Kind.WARNING);
    assertThat(papers.verdict().cause()).contains("settings.yaml is not in this snapshot");
  }

  @Test
  void oneThatWouldMakeTheManifestUnreadableIsLeft() throws IOException {
    Files.writeString(data.resolve("jobs.yaml"), "#".repeat(300_000));
    assertThat(Papers.in(data).left()).singleElement().asString().contains("longer than");
  }
}
